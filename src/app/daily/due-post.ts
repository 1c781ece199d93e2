import { topicTitle } from '../../core/bank.ts';
import { dateOf } from '../../core/daily/post-key.ts';
import type { DailySettings } from '../../core/daily/settings.ts';
import type { BankIndex } from '../bank-index.ts';
import { putDirectMessage } from '../delivery/direct-message.ts';
import type { Environment } from '../environment.ts';
import type { Log } from '../ports.ts';
import type { Unit } from '../store/store.ts';
import type { DailyEnd } from '../views/daily-trouble.ts';
import { leftOut } from './after-posting.ts';
import { saveAndArm } from './arming.ts';
import { advanceSchedule, isWaiting, replan } from './planning.ts';
import { addDailyPost, closeDailyPost } from './posting.ts';
import { turnOffFor } from './turning-off.ts';
import { skipOccurrence } from './upcoming.ts';

type Due = { readonly channel: string; readonly date: string };

/**
 * Posts what a schedule has planned for this moment, plans what comes next, and closes what stands open. What is too late,
 * was to be skipped, or has a date that has had its question is left out.
 */
export async function postDue(
  unit: Unit,
  { channel, date }: Due,
  { bank, clock, rules, random, log }: Omit<Environment, 'store'> & { readonly log: Log },
): Promise<void> {
  const schedule = await unit.daily.lockSchedule(channel);
  // Another setting has come between: that one has armed a timer of its own.
  if (schedule === null || !schedule.on || schedule.nextDate !== date) return;
  const now = clock.wall();
  const { skipped: late, post: due, following: planned } = advanceSchedule(replan(schedule, rules), rules, now);
  for (const missed of late) log.warn({ channel, date: missed.date }, 'A daily question was left out: too late.');
  const last = late.at(-1);
  if (last !== undefined && !(await unit.daily.isSkipped(channel, last.date))) {
    const missing = { channel, scope: schedule.scope, date: last.date, user: schedule.setBy };
    await putDirectMessage(unit, leftOut(missing, 'stopped'), now);
  }
  const following = await skipOccurrence(unit, planned, rules);
  await saveAndArm(unit, following, now);
  if (isWaiting(following)) {
    log.warn({ channel, zone: following.settings.zone }, 'A daily question waits: the rules do not know its zone.');
  }
  if (due === null || (await unit.daily.isSkipped(channel, due.date))) return;
  if ((await unit.daily.countedPosts(channel)).some((counted) => dateOf(counted.date) === due.date)) {
    log.warn({ channel, date: due.date }, 'A daily question was left out: its date has had one.');
    return;
  }
  for (const open of await unit.daily.openPosts(channel)) {
    if (open.state === 'open') await closeDailyPost(unit, bank, open, schedule.scope, now);
  }
  const { scope, settings } = schedule;
  const wanted = { channel, scope, date: due.date, settings, askedBy: null, now, random };
  const added = await addDailyPost(unit, bank, wanted);
  if (added === 'empty') {
    await turnOffFor(unit, following, { date: due.date, reason: whyEmpty(settings, bank) }, clock.wall());
  }
}

function whyEmpty({ topic }: DailySettings, bank: BankIndex): DailyEnd {
  const isGone = topic !== undefined && !bank.subject().topics.some(({ id }) => id === topic);
  return isGone ? { kind: 'no-topic', topic: topicTitle(bank.subject(), topic) } : { kind: 'empty' };
}
