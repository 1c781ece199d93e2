import type { Complaint } from './complaint.ts';
import type { FrontMatter } from './front-matter.ts';

/** A file that runs up to a release older than the one from which on it runs, so that it never runs. */
export function findReversedReleases(
  file: string,
  { min_torch: oldest, max_torch: newest }: Pick<FrontMatter, 'min_torch' | 'max_torch'>,
  lineOf: (path: readonly PropertyKey[]) => number,
): readonly Complaint[] {
  if (oldest === undefined || newest === undefined || compareReleases(oldest, newest) <= 0) return [];
  const problem = `It is older than min_torch, which is ${oldest}.`;
  return [{ file, line: lineOf(['max_torch']), field: 'max_torch', problem, cure: 'Correct one of them.' }];
}

/** Negative where the first is older. By number: 2.10 is newer than 2.9. */
function compareReleases(one: string, other: string): number {
  const [numbers, others] = [one, other].map((release) => release.split('.').map(Number));
  return [0, 1].map((part) => (numbers?.[part] ?? 0) - (others?.[part] ?? 0)).find((gap) => gap !== 0) ?? 0;
}
