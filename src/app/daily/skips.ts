import type { Card } from '../../core/card.ts';
import { addDays, localDate } from '../../core/schedule/local-date.ts';
import type { Circumstances } from '../dispatch/feature.ts';
import type { Environment } from '../environment.ts';
import type { Unit } from '../store/store.ts';
import { dailyLeftOutCard, dailyPutBackCard } from '../views/daily-announcements.ts';
import { dailyNotOnCard } from '../views/daily-settings.ts';
import { dailyNotSkippedCard, dailySkippedCard, dailyUnskippedCard } from '../views/daily-skips.ts';
import { announce } from './announcing.ts';
import { saveAndArm } from './arming.ts';
import { advanceSchedule, planFrom, replan } from './planning.ts';
import { lastTaken, nextOf, pendingSkips, skipOccurrence } from './upcoming.ts';

type Needs = Pick<Environment, 'clock' | 'rules'>;

/** Leaves out the date that comes next. */
export async function skipDate(unit: Unit, circumstances: Circumstances, { clock, rules }: Needs): Promise<Card> {
  const stored = await unit.daily.lockSchedule(circumstances.caller.channel);
  if (stored === null || !stored.on) return dailyNotOnCard('skip');
  const now = clock.wall();
  const schedule = replan(stored, rules);
  const { channel, nextDate } = schedule;
  await unit.daily.skip(channel, nextDate);
  const following = await skipOccurrence(unit, planFrom(schedule, addDays(nextDate, 1), rules, now), rules);
  await saveAndArm(unit, following, now);
  const card = dailyLeftOutCard(circumstances.caller, nextDate, nextOf(following));
  await announce(unit, circumstances, { card, promises: false }, now);
  return dailySkippedCard(nextDate, nextOf(following));
}

/** Takes back that a date is left out: the given one, or the one that was left out last. */
export async function unskipDate(
  unit: Unit,
  asked: string | null,
  circumstances: Circumstances,
  { clock, rules }: Needs,
): Promise<Card> {
  const stored = await unit.daily.lockSchedule(circumstances.caller.channel);
  if (stored === null || !stored.on) return dailyNotOnCard('take back');
  const now = clock.wall();
  const schedule = replan(stored, rules);
  const { channel, settings } = schedule;
  const pending = await pendingSkips(unit, schedule, rules, now);
  const date = asked === null ? pending.at(-1) : pending.find((candidate) => candidate === asked);
  if (date === undefined) return dailyNotSkippedCard(asked, nextOf(schedule));
  await unit.daily.unskip(channel, date);
  const last = await lastTaken(unit, channel, rules);
  const from = last === null ? addDays(localDate(now, settings.zone, rules), -1) : addDays(last, 1);
  // What is due at this moment comes all the same, and plans what follows it.
  const isDue = schedule.nextAt <= now;
  const planned = isDue ? advanceSchedule(schedule, rules, now).following : planFrom(schedule, from, rules, now);
  const following = await skipOccurrence(unit, planned, rules);
  await saveAndArm(unit, isDue ? schedule : following, now);
  const card = dailyPutBackCard(circumstances.caller, date, settings);
  await announce(unit, circumstances, { card, promises: false }, now);
  return dailyUnskippedCard(
    date,
    nextOf(following),
    pending.filter((other) => other !== date),
  );
}
