import type { Conflicts } from './conflicts.ts';

/** A candidate with the keys of what it conflicts with. */
type Rival<Thing> = { readonly thing: Thing; readonly key: string; readonly rivals: ReadonlySet<string> };

const none: ReadonlySet<string> = new Set();

/**
 * `count` of the things, or all if there are fewer, as they come and no two of them in conflict: what conflicts with an
 * earlier one is passed over. Where that leaves too few, what has the fewest conflicts goes before what comes first, since
 * that leaves the most. Where even this is too few and `fewer` will not do, conflicts are broken: each place that is left
 * goes to what conflicts with the fewest of those chosen, the first of equals. Those come last.
 */
export function takeApart<Thing>(
  things: readonly Thing[],
  { count, fewer }: { readonly count: number; readonly fewer: boolean },
  keyOf: (thing: Thing) => string,
  conflicts: Conflicts,
): readonly Thing[] {
  const all = things.map((thing): Rival<Thing> => {
    const key = keyOf(thing);
    return { thing, key, rivals: conflicts.get(key) ?? none };
  });
  const first = asTheyCome(all, count);
  const apart = first.length < count ? fewestConflicts(all, count) : first;
  const chosen = apart.length > first.length ? apart : first;
  return (fewer ? chosen : fillUp(chosen, all, count)).map(({ thing }) => thing);
}

function asTheyCome<Thing>(all: readonly Rival<Thing>[], count: number): readonly Rival<Thing>[] {
  const chosen: Rival<Thing>[] = [];
  for (const candidate of all) {
    if (chosen.length === count) break;
    if (chosen.every(({ key }) => !candidate.rivals.has(key))) chosen.push(candidate);
  }
  return chosen;
}

/** The most that there are wherever conflicts form no more than one ring among the items that hang together. */
function fewestConflicts<Thing>(all: readonly Rival<Thing>[], count: number): readonly Rival<Thing>[] {
  const chosen = new Set<Rival<Thing>>();
  let left = all;
  while (left.length > 0 && chosen.size < count) {
    const keys = new Set(left.map(({ key }) => key));
    const next = leastBy(left, ({ rivals }) => countIn(keys, rivals));
    if (next === undefined) break;
    chosen.add(next);
    left = left.filter((other) => other !== next && !next.rivals.has(other.key));
  }
  return all.filter((candidate) => chosen.has(candidate));
}

function fillUp<Thing>(
  apart: readonly Rival<Thing>[],
  all: readonly Rival<Thing>[],
  count: number,
): readonly Rival<Thing>[] {
  const chosen = [...apart];
  while (chosen.length < count) {
    const keys = new Set(chosen.map(({ key }) => key));
    const left = all.filter(({ key }) => !keys.has(key));
    const next = leastBy(left, ({ rivals }) => countIn(keys, rivals));
    if (next === undefined) break;
    chosen.push(next);
  }
  return chosen;
}

function countIn(keys: ReadonlySet<string>, rivals: ReadonlySet<string>): number {
  return [...rivals].filter((key) => keys.has(key)).length;
}

/** The first of those with the least value. */
function leastBy<Thing>(things: readonly Thing[], measure: (thing: Thing) => number): Thing | undefined {
  const least = Math.min(...things.map(measure));
  return things.find((thing) => measure(thing) === least);
}
