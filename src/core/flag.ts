import { longestPrefix } from './cut.ts';

/** So many items can one person flag within a day: enough for who is thorough, and no flood. */
export const flagsPerDay = 20;

/** Most characters of the line that somebody may add. */
export const longestRemark = 300;

/** Fewest people whose flags can let an item rest: nobody does that alone. */
export const fewestToRest = 2;

/** What somebody wrote as one line of at most that length; empty for nothing. */
export function toRemark(text: string): string {
  const line = text.replaceAll(/\s+/g, ' ').trim();
  return longestPrefix(line, (prefix) => prefix.length <= longestRemark).trim();
}
