import type { Card } from '../../core/card.ts';
import { areSameSettings, type DailySettings } from '../../core/daily/settings.ts';
import { addDays, type LocalDate, localDate } from '../../core/schedule/local-date.ts';
import type { ZoneRules } from '../../core/schedule/zone-rules.ts';
import type { Circumstances } from '../dispatch/feature.ts';
import type { Environment } from '../environment.ts';
import type { DailySchedule } from '../store/daily.ts';
import { unplanned } from '../store/daily.ts';
import type { Unit } from '../store/store.ts';
import { dailySetCard } from '../views/daily-announcements.ts';
import { dailyOnCard } from '../views/daily-settings.ts';
import { announce } from './announcing.ts';
import { saveAndArm } from './arming.ts';
import { nothingToAskCard, questionsFor } from './filter.ts';
import { planFrom } from './planning.ts';
import { dueStill, lastTaken, pendingSkips } from './upcoming.ts';

/** What somebody wants; `ownZone`: the zone is the person's own, which they did not name. */
export type SetUpWish = { readonly settings: DailySettings; readonly ownZone: boolean };

/** Sets the daily question up in the caller's channel, in place of what was set up there before. */
export async function turnOn(
  unit: Unit,
  { settings, ownZone }: SetUpWish,
  circumstances: Circumstances,
  { bank, clock, rules }: Pick<Environment, 'bank' | 'clock' | 'rules'>,
): Promise<Card> {
  const { channel, scope, user } = circumstances.caller;
  const pool = questionsFor(bank, settings).size;
  if (pool === 0) return nothingToAskCard(bank, settings);
  const now = clock.wall();
  const before = await unit.daily.lockSchedule(channel);
  const unskipped = before?.on === true ? await pendingSkips(unit, before, rules, now) : [];
  for (const date of await unit.daily.skips(channel)) await unit.daily.unskip(channel, date);
  const last = await lastTaken(unit, channel, rules, before?.settings.zone === settings.zone ? null : settings.zone);
  const { schedule, had } = planSetUp({ channel, scope, settings, setBy: user }, { before, last }, rules, now);
  await saveAndArm(unit, schedule, now);
  const next = { date: schedule.nextDate, at: schedule.nextAt };
  const change = before?.on === true;
  if (!change || unskipped.length > 0 || !areSameSettings(before.settings, settings)) {
    const card = dailySetCard(circumstances.caller, { settings, next, change }, bank.subject());
    await announce(unit, circumstances, { card, promises: true }, now);
  }
  return dailyOnCard(settings, next, pool, bank.subject(), ownZone, { had, unskipped });
}

type Planned = {
  readonly schedule: DailySchedule;
  /** It begins later than it could, since a date has had its question. */
  readonly had: boolean;
};

/**
 * A new schedule with its first post planned. No local date twice, even if the time is set to a later hour of a day that
 * has had its question, or failed to: `last` is the last such date. What the one `before` owes at this moment it posts.
 */
function planSetUp(
  setUp: Pick<DailySchedule, 'channel' | 'scope' | 'settings' | 'setBy'>,
  { before, last }: { readonly before: DailySchedule | null; readonly last: LocalDate | null },
  rules: ZoneRules,
  now: number,
): Planned {
  const { settings } = setUp;
  const yesterday = addDays(localDate(now, settings.zone, rules), -1);
  const unset = { ...setUp, on: true, nextDate: yesterday, nextAt: now, rules: unplanned };
  const soonest = planFrom(unset, yesterday, rules, now);
  const planned = last === null ? soonest : planFrom(unset, addDays(last, 1), rules, now);
  const due = before === null ? null : dueStill(before, settings, rules, now);
  const schedule = due === null ? planned : { ...planned, nextDate: due.date, nextAt: due.at };
  return { schedule, had: schedule.nextDate > soonest.nextDate };
}
