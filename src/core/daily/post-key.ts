import type { LocalDate } from '../schedule/local-date.ts';

/**
 * The key of a post within its channel. It starts with the intended local date: a scheduled post has the date alone
 * (`2026-11-25`). An on-demand one that counts has a letter after it (`2026-11-25b`; later letters only where earlier
 * ones could not be posted), and practice has a number (`2026-11-25-1`).
 */
export type PostKey = string;

const letters = 'bcdefghijklmnopqrstuvwxyz';

export function dateOf(key: PostKey): LocalDate {
  return key.slice(0, 'YYYY-MM-DD'.length);
}

/** True for a post that earns no points and is not part of a streak. */
export function isPractice(key: PostKey): boolean {
  return key.charAt('YYYY-MM-DD'.length) === '-';
}

/** The key of a new on-demand post for a date; `taken` are the keys that the channel has used. */
export function freeKey(date: LocalDate, practice: boolean, taken: readonly PostKey[]): PostKey {
  const known = new Set(taken);
  for (let no = 0; ; no += 1) {
    const key = practice ? `${date}-${no + 1}` : `${date}${letters.charAt(no) || `z${no}`}`;
    if (!known.has(key)) return key;
  }
}
