const ellipsis = '…';

/**
 * The labels of buttons as they can be told apart by their first `seen` characters (code points), which is what a phone
 * shows. One that no other begins like stays as it is; those that begin alike lose the beginning that they share, as far as
 * needed and between words where there is room. Labels that are equal stay equal.
 */
export function tellApart(labels: readonly string[], seen: number): readonly string[] {
  const whole = [...new Set(labels)];
  const told = new Map(whole.map((label) => [label, label]));
  for (const alike of groupsBy(whole, (label) => firstOf(label, seen))) {
    if (alike.length > 1) for (const label of alike) told.set(label, withoutShared(label, alike, seen));
  }
  // Two groups may differ in nothing but what they have lost.
  for (const alike of groupsBy(whole, (label) => firstOf(told.get(label) ?? label, seen))) {
    for (const [index, label] of alike.entries()) if (index > 0) told.set(label, `${index + 1} ${told.get(label)}`);
  }
  return labels.map((label) => told.get(label) ?? label);
}

/** The label from where it differs from every other one of `alike` on, with some whole words before it, as there is room. */
function withoutShared(label: string, alike: readonly string[], seen: number): string {
  const characters = [...label];
  const shared = Math.max(
    ...alike.filter((other) => other !== label).map((other) => sharedLength(characters, [...other])),
  );
  // At least half of what is seen shows what is different.
  const least = Math.max(0, shared - Math.floor(seen / 2) + 1);
  const starts = characters.flatMap((character, index) => (character === ' ' && index + 1 >= least ? [index + 1] : []));
  const start = starts.find((index) => index <= shared) ?? least;
  return start === 0 ? label : ellipsis + characters.slice(start).join('');
}

function sharedLength(one: readonly string[], other: readonly string[]): number {
  const first = one.findIndex((character, index) => character !== other[index]);
  return first < 0 ? one.length : first;
}

function firstOf(text: string, count: number): string {
  return [...text].slice(0, count).join('');
}

function groupsBy(labels: readonly string[], key: (label: string) => string): readonly (readonly string[])[] {
  return [...Map.groupBy(labels, key).values()];
}
