import type { Complaint } from './complaint.ts';

/** A Python that can run the bank's code, with the release of the subject's library that it has. */
export type Release = { readonly python: string; readonly version: string; readonly gpu: boolean };

/** The releases that a question is about, such as `2.6`, both ends included; null where it has no bound. */
export type Span = { readonly oldest: string | null; readonly newest: string | null };

type Bounds = { readonly min_torch?: string | undefined; readonly max_torch?: string | undefined };

/** The span that a file's fields say. */
export function spanOf({ min_torch: oldest, max_torch: newest }: Bounds): Span {
  return { oldest: oldest ?? null, newest: newest ?? null };
}

/** Where a release such as `2.13.0+cpu` stands to a span; patches and builds do not count. */
export function standingOf({ oldest, newest }: Span, version: string): 'covered' | 'older' | 'newer' {
  if (oldest !== null && compare(version, oldest) < 0) return 'older';
  return newest !== null && compare(version, newest) > 0 ? 'newer' : 'covered';
}

/** Below zero if the first is the older one, by major and minor number. */
function compare(one: string, other: string): number {
  const [[major, minor], [otherMajor, otherMinor]] = [numbersOf(one), numbersOf(other)];
  return major - otherMajor || minor - otherMinor;
}

function numbersOf(version: string): readonly [number, number] {
  const [, major, minor] = /^(\d+)\.(\d+)/.exec(version) ?? [];
  return [Number(major ?? 0), Number(minor ?? 0)];
}

/** A file that runs up to a release older than the one from which on it runs, so that it never runs. */
export function findReversedReleases(
  file: string,
  { min_torch: oldest, max_torch: newest }: Bounds,
  lineOf: (path: readonly PropertyKey[]) => number,
): readonly Complaint[] {
  if (oldest === undefined || newest === undefined || compare(oldest, newest) <= 0) return [];
  const problem = `It is older than min_torch, which is ${oldest}.`;
  return [{ file, line: lineOf(['max_torch']), field: 'max_torch', problem, cure: 'Correct one of them.' }];
}
