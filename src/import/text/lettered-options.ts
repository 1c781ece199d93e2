/** A text whose last lines are options with letters or numbers before them. */
export type LetteredOptions = {
  readonly stem: string;
  readonly options: readonly { readonly letter: string; readonly text: string }[];
};

const lettered = /^\s*\(?([A-Za-z]|\d{1,2})[.)]\s+(\S.*)$/;

/**
 * Splits what cards and forms write as one text: a question, and below it its options, `A. …`, `b) …` or `(1) …`, each on a line.
 * Letters have to follow each other from the first. Null where there are fewer than two. A line that has no letter goes on the one before.
 */
export function splitLettered(text: string): LetteredOptions | null {
  const lines = text.split('\n');
  const first = lines.findIndex((line) => isFirst(lettered.exec(line)?.[1]));
  if (first < 1) return null;
  const options: { letter: string; text: string }[] = [];
  for (const line of lines.slice(first)) {
    const [, letter = '', words = ''] = lettered.exec(line) ?? [];
    const last = options.at(-1);
    if (letter !== '' && (last === undefined || isNext(last.letter, letter)))
      options.push({ letter, text: words.trim() });
    else if (last !== undefined) last.text = `${last.text} ${line.trim()}`.trim();
  }
  return options.length < 2 ? null : { stem: lines.slice(0, first).join('\n').trim(), options };
}

/** Takes `A. `, `b) ` or `(1) ` away from the front of options that all have one, in order; otherwise they stay as they are. */
export function withoutLetters(texts: readonly string[]): readonly string[] {
  const found = texts.map((text) => lettered.exec(text));
  const follow = found.every((match, index) => {
    const before = index === 0 ? null : found[index - 1]?.[1];
    return match !== null && (before === null ? isFirst(match[1]) : isNext(before ?? '', match[1] ?? ''));
  });
  return follow && texts.length > 1 ? found.map((match) => match?.[2] ?? '') : texts;
}

function isFirst(letter: string | undefined): boolean {
  return letter === 'A' || letter === 'a' || letter === '1';
}

function isNext(before: string, letter: string): boolean {
  const isNumber = /^\d+$/.test(letter);
  if (isNumber) return Number(letter) === Number(before) + 1;
  return letter.charCodeAt(0) === before.charCodeAt(0) + 1;
}

/** Which options a key names, by their positions; `doubt` where it may mean another one. */
export type KeyedOptions = { readonly places: readonly number[]; readonly doubt: boolean };

/**
 * Which options a key such as `B`, `b)`, `2`, `A, C` or `2,1` names, or one that is the text of an option; null where it names none.
 * A number that is an option as well as the number of another is taken for the option, unless keys are `byPosition`.
 */
export function optionsOfKey(key: string, texts: readonly string[], byPosition = false): KeyedOptions | null {
  const same = texts.findIndex((text) => asTyped(text) === asTyped(key));
  const named = byLetters(key, texts.length);
  const doubt = same >= 0 && named !== null && (named.length !== 1 || named[0] !== same);
  if (named !== null && (same < 0 || byPosition || !doubt || /[A-Za-z]/.test(key))) return { places: named, doubt };
  if (same >= 0) return { places: [same], doubt };
  const byText = key.split(/\s*[;|]\s*/).map((part) => texts.findIndex((text) => asTyped(text) === asTyped(part)));
  return byText.every((place) => place >= 0) ? { places: [...new Set(byText)], doubt: false } : null;
}

function byLetters(key: string, count: number): readonly number[] | null {
  const parts = key.trim().split(/\s*(?:[,;/&]|\band\b)\s*/i);
  const places = parts.map((part) => positionOf(/^\(?([A-Za-z]|\d{1,2})[.)]?$/.exec(part)?.[1]));
  return places.every((place) => place >= 0 && place < count) ? [...new Set(places)] : null;
}

function positionOf(letter: string | undefined): number {
  if (letter === undefined) return -1;
  return /^\d+$/.test(letter) ? Number(letter) - 1 : letter.toUpperCase().charCodeAt(0) - 65;
}

function asTyped(text: string): string {
  return text
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .replace(/[.\s]+$/, '')
    .trim();
}
