import { nextOccurrence, type Occurrence, type Schedule } from './occurrence.ts';
import type { ZoneRules } from './zone-rules.ts';

/** How late, in ms, a daily question is still worth posting: 6 hours. */
export const dailyGrace = 6 * 60 * 60 * 1000;

/**
 * What to do about something scheduled `at` (UTC ms): `wait` if that is in the future (a clock may have been set back),
 * `post` from then until `grace` ms later, `skip` after that.
 */
export function dueNow({ at, now, grace = dailyGrace }: { at: number; now: number; grace?: number }): Verdict {
  if (now < at) return 'wait';
  return now - at <= grace ? 'post' : 'skip';
}

type Verdict = 'wait' | 'post' | 'skip';

/** What a schedule owes: dates to skip, the one to post now if any, and the one to wait for. */
export type CatchUp = {
  readonly skipped: readonly Occurrence[];
  readonly post: Occurrence | null;
  readonly next: Occurrence;
};

/**
 * Continues from `due`, the occurrence that was waited for. However long the bot was down, at most one is posted: the
 * latest within the grace period. The dates of `skipped`, `post` and `next` are strictly increasing.
 */
export function catchUp(
  schedule: Schedule,
  due: Occurrence,
  now: number,
  rules: ZoneRules,
  grace: number = dailyGrace,
): CatchUp {
  const skipped: Occurrence[] = [];
  let post: Occurrence | null = null;
  let next = due;
  while (next.at <= now) {
    if (post !== null) skipped.push(post);
    post = null;
    if (dueNow({ at: next.at, now, grace }) === 'post') post = next;
    else skipped.push(next);
    next = nextOccurrence(schedule, { date: next.date }, rules);
  }
  return { skipped, post, next };
}
