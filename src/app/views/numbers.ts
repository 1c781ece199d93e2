const pluralRules = new Intl.PluralRules('en', { type: 'ordinal' });

const endings: Readonly<Record<string, string>> = { one: 'st', two: 'nd', few: 'rd' };

/** `1,950`. */
export function grouped(number: number): string {
  return number.toLocaleString('en-US');
}

/** `1 question`, `1,200 questions`; `many` for irregular plurals. */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${grouped(count)} ${count === 1 ? one : many}`;
}

/** `1 person`, `3 people`. */
export function people(count: number): string {
  return counted(count, 'person', 'people');
}

/** `1st`, `2nd`, `11th`. */
export function ordinal(place: number): string {
  return `${grouped(place)}${endings[pluralRules.select(place)] ?? 'th'}`;
}

/** `40%`; a dash if there is nothing to count. */
export function percent(part: number, whole: number): string {
  return whole === 0 ? '–' : `${Math.round((100 * part) / whole)}%`;
}

/** `4.2 s`, of milliseconds. */
export function inSeconds(ms: number): string {
  return `${(ms / 1000).toFixed(1)} s`;
}

/** `Ada`, `Ada and Bo`, `Ada, Bo and Cy`. */
export function inWords(names: readonly string[]): string {
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}
