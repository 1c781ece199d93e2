import type { LocalDate } from '../schedule/local-date.ts';

/**
 * The key of a post within its channel. It begins with the intended local date: that of the schedule is the date alone
 * (`2026-11-25`). One that was asked for at once and counts has a letter behind it (`2026-11-25b`; the next ones only
 * where earlier ones could not be posted), and practice has a number (`2026-11-25-1`).
 */
export type PostKey = string;

const letters = 'bcdefghijklmnopqrstuvwxyz';

export function dateOf(key: PostKey): LocalDate {
  return key.slice(0, 'YYYY-MM-DD'.length);
}

/** True for a post that brings nobody points, and is no part of a streak. */
export function isPractice(key: PostKey): boolean {
  return key.charAt('YYYY-MM-DD'.length) === '-';
}

/** The key of one more post of a date that is asked for at once; `taken` are those that the channel has had. */
export function freeKey(date: LocalDate, practice: boolean, taken: readonly PostKey[]): PostKey {
  const known = new Set(taken);
  for (let no = 0; ; no += 1) {
    const key = practice ? `${date}-${no + 1}` : `${date}${letters.charAt(no) || `z${no}`}`;
    if (!known.has(key)) return key;
  }
}
