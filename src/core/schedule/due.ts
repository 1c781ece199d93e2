import { nextOccurrence, type Occurrence, type Schedule } from './occurrence.ts';
import type { ZoneRules } from './zone-rules.ts';

/** How late, in ms, a daily question is still worth posting: 6 hours. */
export const dailyGrace = 6 * 60 * 60 * 1000;

/**
 * What to do about something scheduled `at` (UTC ms): `wait` if that is still to come (a clock may have been set
 * back), `post` from then until `grace` ms later, `skip` after that.
 */
export function dueNow({ at, now, grace = dailyGrace }: { at: number; now: number; grace?: number }): Verdict {
  if (now < at) return 'wait';
  return now - at <= grace ? 'post' : 'skip';
}

type Verdict = 'wait' | 'post' | 'skip';

/** What has become of a schedule: dates to leave out, the one to post now if any, and the one to wait for. */
export type CatchUp = {
  readonly skipped: readonly Occurrence[];
  readonly post: Occurrence | null;
  readonly next: Occurrence;
};

/**
 * Goes on from `due`, the occurrence that was waited for. At most one is posted however long the bot was down: the
 * latest that is within the grace. The dates of `skipped`, `post` and `next` are strictly increasing.
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
