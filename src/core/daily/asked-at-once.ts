import { localDate } from '../schedule/local-date.ts';
import type { Occurrence } from '../schedule/occurrence.ts';
import type { ZoneRules } from '../schedule/zone-rules.ts';
import { dateOf, type PostKey } from './post-key.ts';

/** A post that counts and that people could answer: its key, and when it was put in, UTC ms. */
export type CountedPost = { readonly date: PostKey; readonly since: number };

/** What a question that is asked for at once is: the one of its date that counts, or practice, and why. */
export type AskedAtOnce =
  | { readonly kind: 'counts' }
  | { readonly kind: 'practice'; readonly because: 'had' }
  | { readonly kind: 'practice'; readonly because: 'coming'; readonly at: number };

type Situation = {
  readonly now: number;
  /** One that the rules know. */
  readonly zone: string;
  readonly rules: ZoneRules;
  /** What the schedule still brings, the date of today among it or not. */
  readonly coming: readonly Occurrence[];
  /** Those of the last days at least. */
  readonly counted: readonly CountedPost[];
};

/**
 * One question a channel and local date counts: that of the schedule, or else the first that is asked for. Today has
 * had its own if there is one for today's date, or one that was posted today by the clocks of the zone as it is now: a
 * change of the zone gives no date a second one. What could not be posted takes no date.
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
