import type { LocalDate } from '../schedule/local-date.ts';
import { dateOf } from './post-key.ts';

/** Daily posts answered in a row: the current run, and the longest one ever. */
export type Streak = { readonly current: number; readonly longest: number };

export type AnswerRecord = {
  /** The intended local dates of all posts of the channel, in any order. */
  readonly posts: readonly LocalDate[];
  /** The dates of the posts that the person answered, right or wrong. */
  readonly answered: readonly LocalDate[];
  /** The date of the post that is still open, or null; not having answered it yet does not break the streak. */
  readonly open: LocalDate | null;
};

/**
 * Counts a person's streak in dates that had a post, so days without one (weekends, skipped days, downtime) neither
 * break nor lengthen it. Several posts of one date count once, and one answer among them is enough.
 */
export function streakOf({ posts, answered, open }: AnswerRecord): Streak {
  const answeredDates = new Set(answered.map(dateOf));
  const openDate = open === null ? null : dateOf(open);
  let current = 0;
  let longest = 0;
  for (const date of [...new Set(posts.map(dateOf))].sort()) {
    if (answeredDates.has(date)) current += 1;
    else if (date !== openDate) current = 0;
    longest = Math.max(longest, current);
  }
  return { current, longest };
}

/**
 * A streak is alive if its owner has answered on or after this date: that of the last post but one, since the last may
 * still be answered. Empty while there are fewer. `posts` in any order.
 */
export function aliveSince(posts: readonly LocalDate[]): LocalDate {
  return [...new Set(posts.map(dateOf))].sort().at(-2) ?? '';
}
