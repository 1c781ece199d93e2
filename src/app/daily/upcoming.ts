import { dateOf } from '../../core/daily/post-key.ts';
import type { DailySettings } from '../../core/daily/settings.ts';
import { addDays, type LocalDate, localDate } from '../../core/schedule/local-date.ts';
import { type Occurrence, occurrenceOn } from '../../core/schedule/occurrence.ts';
import type { ZoneRules } from '../../core/schedule/zone-rules.ts';
import type { DailySchedule } from '../store/daily.ts';
import type { Unit } from '../store/store.ts';
import { advanceSchedule, isWaiting, planFrom, replan } from './planning.ts';

/** The post that a schedule plans next; null while it waits for rules that know its zone. */
export function nextOf(schedule: DailySchedule): Occurrence | null {
  return isWaiting(schedule) ? null : { date: schedule.nextDate, at: schedule.nextAt };
}

/** The schedule with the first post planned that is not to be left out: the one it plans already, or a later one. */
export async function skipOccurrence(unit: Unit, schedule: DailySchedule, rules: ZoneRules): Promise<DailySchedule> {
  let planned = schedule;
  while (!isWaiting(planned) && (await unit.daily.isSkipped(planned.channel, planned.nextDate))) {
    planned = planFrom(planned, addDays(planned.nextDate, 1), rules);
  }
  return planned;
}

/** What a schedule still brings, as far as it is of interest today: what is due and late, and what it waits for. */
export async function comingOf(
  unit: Unit,
  schedule: DailySchedule | null,
  rules: ZoneRules,
  now: number,
): Promise<readonly Occurrence[]> {
  if (schedule === null || !schedule.on || isWaiting(schedule)) return [];
  const { post, following } = advanceSchedule(replan(schedule, rules), rules, now);
  const coming: Occurrence[] = [];
  for (const occurrence of [post, nextOf(following)]) {
    if (occurrence !== null && !(await unit.daily.isSkipped(schedule.channel, occurrence.date)))
      coming.push(occurrence);
  }
  return coming;
}

/** What is due at this moment and not posted yet, where new settings want it as well; null for nothing. */
export function dueStill(
  schedule: DailySchedule,
  settings: DailySettings,
  rules: ZoneRules,
  now: number,
): Occurrence | null {
  if (!schedule.on || isWaiting(schedule)) return null;
  const { post } = advanceSchedule(replan(schedule, rules), rules, now);
  const wanted = post === null ? null : occurrenceOn(settings, post.date, rules);
  return wanted?.at === post?.at ? wanted : null;
}

/**
 * The last date of a channel that can have no question of the schedule any more; null while it has had none. With the
 * zone to which the schedule is about to change, also the date that its clocks showed at the last question.
 */
export async function lastTaken(
  unit: Unit,
  channel: string,
  rules: ZoneRules,
  zone: string | null = null,
): Promise<LocalDate | null> {
  const scheduled = (await unit.daily.spentDates(channel)).filter((key) => key === dateOf(key));
  const counted = await unit.daily.countedPosts(channel);
  const local = zone === null ? [] : counted.map(({ since }) => localDate(since, zone, rules));
  return [...scheduled, ...counted.map(({ date }) => dateOf(date)), ...local].toSorted().at(-1) ?? null;
}

/**
 * The dates that were left out by order and whose time is still to come, so that the order can be taken back; ascending.
 * None while the rules do not know the zone: nobody can tell then.
 */
export async function pendingSkips(
  unit: Unit,
  { channel, settings }: DailySchedule,
  rules: ZoneRules,
  now: number,
): Promise<readonly LocalDate[]> {
  if (rules.resolve(settings.zone) === null) return [];
  const taken = (await lastTaken(unit, channel, rules)) ?? '';
  return (await unit.daily.skips(channel)).filter((date) => {
    const occurrence = occurrenceOn(settings, date, rules);
    return occurrence !== null && occurrence.at > now && date > taken;
  });
}
