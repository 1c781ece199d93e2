import { localDate } from '../schedule/local-date.ts';
import type { Occurrence } from '../schedule/occurrence.ts';
import type { ZoneRules } from '../schedule/zone-rules.ts';
import { dateOf, type PostKey } from './post-key.ts';

/** A post that counts and that people could answer: its key, and when it was created (UTC ms). */
export type CountedPost = { readonly date: PostKey; readonly since: number };

/** What an on-demand question is: the one of its date that counts, or practice and why. */
export type AskedAtOnce =
  | { readonly kind: 'counts' }
  | { readonly kind: 'practice'; readonly because: 'had' }
  | { readonly kind: 'practice'; readonly because: 'coming'; readonly at: number };

type Situation = {
  readonly now: number;
  /** Must be known to the rules. */
  readonly zone: string;
  readonly rules: ZoneRules;
  /** The posts that the schedule still plans, today's included if there is one. */
  readonly coming: readonly Occurrence[];
  /** At least those of the last few days. */
  readonly counted: readonly CountedPost[];
};

/**
 * One question per channel and local date counts: that of the schedule, or else the first one asked for. Today has had
 * its own if there is one for today's date, or one that was posted today by the clocks of the present zone: changing
 * the zone does not give a date a second one. A post that failed does not use up its date.
 */
export function askedAtOnce({ now, zone, rules, coming, counted }: Situation): AskedAtOnce {
  const today = localDate(now, zone, rules);
  if (counted.some(({ date, since }) => dateOf(date) === today || localDate(since, zone, rules) === today))
    return { kind: 'practice', because: 'had' };
  const scheduled = coming.find(({ date }) => date === today);
  return scheduled === undefined
    ? { kind: 'counts' }
    : { kind: 'practice', because: 'coming', at: Math.max(scheduled.at, now) };
}
