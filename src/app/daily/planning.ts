import { catchUp, dueNow } from '../../core/schedule/due.ts';
import { addDays, type LocalDate } from '../../core/schedule/local-date.ts';
import { nextOccurrence, type Occurrence, type Schedule } from '../../core/schedule/occurrence.ts';
import type { ZoneRules } from '../../core/schedule/zone-rules.ts';
import type { DailySchedule } from '../store/daily.ts';
import { unplanned } from '../store/daily.ts';

/** A schedule of anything, with what comes next by it; see `DailySchedule`. */
export type Plan = Pick<DailySchedule, 'on' | 'nextDate' | 'nextAt' | 'rules'> & { readonly settings: Schedule };

/** True while no next post is planned, since the rules did not know the zone. */
export function isWaiting({ on, rules }: Pick<DailySchedule, 'on' | 'rules'>): boolean {
  return on && rules === unplanned;
}

/**
 * The schedule with its next post planned: the first on or after a local date, and after an instant (UTC ms) if one is
 * given. Where the rules do not know the zone it waits, from that date on, for rules that do.
 */
export function planFrom<Planned extends Plan>(
  schedule: Planned,
  from: LocalDate,
  rules: ZoneRules,
  after: number = Number.NEGATIVE_INFINITY,
): Planned {
  if (rules.resolve(schedule.settings.zone) === null) return { ...schedule, nextDate: from, rules: unplanned };
  const date = addDays(from, -1);
  const bounds = Number.isFinite(after) ? { date, instant: after } : { date };
  return withNext(schedule, nextOccurrence(schedule.settings, bounds, rules), rules);
}

/**
 * The schedule as these rules have it. Date, time and zone are what was set up, and the stored instant is only what rules
 * made of them: newer ones make it anew, older ones never do, so that instances with different rules come to rest.
 * The same value where nothing is to be made anew.
 */
export function replan<Planned extends Plan>(schedule: Planned, rules: ZoneRules): Planned {
  const isStale = schedule.on && schedule.rules < rules.version;
  if (!isStale || rules.resolve(schedule.settings.zone) === null) return schedule;
  return planFrom(schedule, schedule.nextDate, rules);
}

/** What has become of a schedule: dates to leave out, the one to post now if any, and the schedule from then on. */
export type Progress<Planned extends Plan> = {
  readonly skipped: readonly Occurrence[];
  readonly post: Occurrence | null;
  readonly following: Planned;
};

/**
 * Goes on from the planned post, which is due at `now` (UTC ms). Where the rules do not know the zone (any more) that one
 * comes as it was planned, by rules that knew it, and the schedule waits after it.
 */
export function advanceSchedule<Planned extends Plan>(
  schedule: Planned,
  rules: ZoneRules,
  now: number,
): Progress<Planned> {
  const due = { date: schedule.nextDate, at: schedule.nextAt };
  if (rules.resolve(schedule.settings.zone) === null) {
    const verdict = dueNow({ at: due.at, now });
    const following = verdict === 'wait' ? schedule : planFrom(schedule, addDays(due.date, 1), rules);
    return { skipped: verdict === 'skip' ? [due] : [], post: verdict === 'post' ? due : null, following };
  }
  const { skipped, post, next } = catchUp(schedule.settings, due, now, rules);
  return { skipped, post, following: next.date === due.date ? schedule : withNext(schedule, next, rules) };
}

function withNext<Planned extends Plan>(schedule: Planned, { date, at }: Occurrence, { version }: ZoneRules): Planned {
  return { ...schedule, nextDate: date, nextAt: at, rules: version };
}
