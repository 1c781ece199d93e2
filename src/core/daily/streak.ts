import type { LocalDate } from '../schedule/local-date.ts';
import type { PostKey } from './post-key.ts';
import { dateOf } from './post-key.ts';

/** So many missed dates of one calendar month are forgiven: a freeze each, which nobody has to ask for. */
export const freezesPerMonth = 2;

/**
 * Daily questions answered in a row, as they stand after the posts up to a date. Months are those of the posts' own dates,
 * which are local dates of their channel: whoever travels gains and loses nothing.
 */
export type Streak = {
  /** The last date that is taken into account; empty before the first. */
  readonly until: LocalDate;
  readonly current: number;
  readonly longest: number;
  /** Dates that a freeze was used for since the last answer, ascending; none once the streak is over. */
  readonly kept: readonly LocalDate[];
  /** Those between the last answer and the one before it: with that answer they are told of. */
  readonly bridged: readonly LocalDate[];
  /** All that were used in the month of `until`, also for a streak that is over since. */
  readonly used: readonly LocalDate[];
};

export const noStreak: Streak = { until: '', current: 0, longest: 0, kept: [], bridged: [], used: [] };

/** Sorts after every date. */
const never = '~';

export type AnswerRecord = {
  /** The keys of posts of the channel that people could answer, in any order. */
  readonly posts: readonly PostKey[];
  /** Those that the person answered, right or wrong. */
  readonly answered: readonly PostKey[];
  /** Those that can still be answered; not having answered them yet costs nothing. */
  readonly open: readonly PostKey[];
};

/**
 * A streak after these posts, from what it was before them. Dates without a post (weekends, skipped days, downtime)
 * neither lengthen nor break it, nor cost a freeze. Several posts of one date count once, and one answer among them is enough.
 */
export function streakOf(record: AnswerRecord, from: Streak = noStreak): Streak {
  return [...daysAfter(record, from)].reduce(afterDay, from);
}

/** The same up to the first date that can still be answered: from there on nothing before it has to be looked at again. */
export function settledStreak(record: AnswerRecord, from: Streak = noStreak): Streak {
  const days = daysAfter(record, from);
  const pending = days.findIndex(({ state }) => state === 'open');
  return days.slice(0, pending === -1 ? days.length : pending).reduce(afterDay, from);
}

/** How many freezes are left in the month of a date. */
export function freezesLeft({ used }: Pick<Streak, 'used'>, date: LocalDate): number {
  return freezesPerMonth - used.filter((each) => monthOf(each) === monthOf(date)).length;
}

/**
 * Streaks still run whose last answer was on this date or later, if so many freezes had been used by then in its month.
 * Empty if all do. `posts` and `open` as above.
 */
export function aliveSince({ posts, open }: Omit<AnswerRecord, 'answered'>, used: number): LocalDate {
  const dates = [...new Set(posts.map(dateOf))].sort();
  // Elsewhere nobody can have used that many.
  const candidates = dates.filter(
    (date, index) => dates.slice(0, index).filter((each) => monthOf(each) === monthOf(date)).length >= used,
  );
  const last = candidates.findLastIndex((date) => {
    const from = { ...noStreak, until: date, current: 1, used: Array.from({ length: used }, () => date) };
    return streakOf({ posts, answered: [], open }, from).current === 0;
  });
  return last === -1 ? '' : (candidates[last + 1] ?? never);
}

type Day = { readonly date: LocalDate; readonly state: 'answered' | 'open' | 'missed' };

/** Every date with a post after those that a streak knows, ascending. */
function daysAfter({ posts, answered, open }: AnswerRecord, { until }: Streak): readonly Day[] {
  const [answeredDates, openDates] = [new Set(answered.map(dateOf)), new Set(open.map(dateOf))];
  const dates = [...new Set(posts.map(dateOf))].filter((date) => date > until).sort();
  return dates.map((date) => ({
    date,
    state: answeredDates.has(date) ? 'answered' : openDates.has(date) ? 'open' : 'missed',
  }));
}

function afterDay(before: Streak, { date, state }: Day): Streak {
  if (state === 'open') return before;
  const used = before.used.filter((each) => monthOf(each) === monthOf(date));
  if (state === 'answered') {
    const current = before.current + 1;
    const longest = Math.max(before.longest, current);
    return { until: date, current, longest, kept: [], bridged: before.kept, used };
  }
  const isKept = before.current > 0 && used.length < freezesPerMonth;
  if (!isKept) return { ...before, until: date, current: 0, kept: [], used };
  return { ...before, until: date, kept: [...before.kept, date], used: [...used, date] };
}

function monthOf(date: LocalDate): string {
  return date.slice(0, 'YYYY-MM'.length);
}
