import { catchUp } from '../../core/schedule/due.ts';
import type { BankIndex } from '../bank-index.ts';
import type { Clock } from '../clock.ts';
import type { Log } from '../ports.ts';
import type { DailySchedule } from '../store/daily.ts';
import type { OutgoingEnd } from '../store/outbox.ts';
import type { Store, Unit } from '../store/store.ts';
import type { ClaimedTimer } from '../store/timer.ts';
import { tell } from '../tell.ts';
import type { TimerHandler } from '../timers.ts';
import { dailyNowFailedCard, dailyTurnedOffCard, dailyUnverifiedCard } from '../views/daily-settings.ts';
import { addDailyPost, closeDailyPost, closeTimerKey, dailyTimers, openDailyThread, openFor } from './posting.ts';

type Options = { readonly store: Store; readonly bank: BankIndex; readonly clock: Clock; readonly log: Log };

type Day = { readonly channel: string; readonly scope: string; readonly date: string };

/** Arms the timer of the next post; there is one for each channel. */
export async function armDaily(unit: Unit, { channel, on, nextAt, nextDate }: DailySchedule): Promise<void> {
  const key = `daily:${channel}`;
  if (!on) return unit.timers.disarm(key);
  await unit.timers.arm({
    key,
    kind: dailyTimers.due,
    clock: 'wall',
    due: nextAt,
    payload: { channel, date: nextDate },
  });
}

/** What falls due around the daily question: the post itself, what follows when it was sent, and its end. */
export function createDailyTimers({ store, bank, clock, log }: Options): readonly (readonly [string, TimerHandler])[] {
  const inUnit =
    (effect: (unit: Unit, timer: ClaimedTimer) => Promise<void>): TimerHandler =>
    (timer) =>
      store.transact(async (unit) => {
        if (await unit.timers.finish(timer)) await effect(unit, timer);
      });

  async function post(unit: Unit, { payload }: ClaimedTimer): Promise<void> {
    const { channel, date } = payload as Pick<Day, 'channel' | 'date'>;
    const schedule = await unit.daily.schedule(channel);
    // Another setting has come between: that one has armed a timer of its own.
    if (schedule === null || !schedule.on || schedule.nextDate !== date) return;
    const now = clock.wall();
    const { skipped, post: due, next } = catchUp(schedule.settings, { date, at: schedule.nextAt }, now);
    for (const missed of skipped) log.warn({ channel, date: missed.date }, 'A daily question was left out: too late.');
    const following = { ...schedule, nextDate: next.date, nextAt: next.at };
    await unit.daily.saveSchedule(following);
    await armDaily(unit, following);
    if (due === null || (await unit.daily.isSkipped(channel, due.date))) return;
    for (const open of await unit.daily.openPosts(channel)) {
      if (open.state === 'open') await closeDailyPost(unit, bank, open, schedule.scope, now);
    }
    const wanted = { channel, scope: schedule.scope, date: due.date, settings: schedule.settings, askedBy: null, now };
    if ((await addDailyPost(unit, bank, wanted)) === 'empty') await turnOff(unit, following, due.date, 'empty');
  }

  async function posted(unit: Unit, { payload }: ClaimedTimer): Promise<void> {
    const { channel, scope, date, askedBy, end } = payload as Day & {
      readonly askedBy: string | null;
      readonly end: OutgoingEnd;
    };
    const entry = await unit.daily.post(channel, date);
    if (entry === null || entry.state !== 'posting') return;
    const now = clock.wall();
    if (end.kind === 'sent') {
      await unit.daily.setPostState(channel, date, 'open');
      const due = now + openFor;
      await unit.timers.arm({
        key: closeTimerKey(entry),
        kind: dailyTimers.close,
        clock: 'wall',
        due,
        payload: { channel, scope, date },
      });
      if ((await unit.daily.schedule(channel))?.settings.thread === true)
        await openDailyThread(unit, entry, scope, now);
      return;
    }
    const isUnverified = end.kind === 'failed' && end.why === 'unverifiable';
    await unit.daily.setPostState(channel, date, isUnverified ? 'unverified' : 'failed');
    if (end.kind === 'dropped') {
      log.warn({ channel, date }, 'A daily question was left out: it could not be posted in time.');
      return;
    }
    log.warn({ channel, date, why: end.why, reason: end.reason }, 'A daily question could not be posted.');
    const schedule = await unit.daily.schedule(channel);
    const hears = askedBy ?? schedule?.setBy;
    if (end.why === 'unverifiable') {
      const card = dailyUnverifiedCard(channel, date);
      if (hears !== undefined)
        await tell(unit, { id: `daily-unverified:${channel}:${date}`, scope, user: hears, card }, now);
      return;
    }
    if (askedBy !== null && schedule?.on !== true) {
      const card = dailyNowFailedCard(channel, end.why);
      await tell(unit, { id: `daily-now-failed:${channel}:${date}`, scope, user: askedBy, card }, now);
    }
    if (schedule !== null) await turnOff(unit, schedule, date, end.why);
  }

  async function close(unit: Unit, { payload }: ClaimedTimer): Promise<void> {
    const { channel, scope, date } = payload as Day;
    const entry = await unit.daily.post(channel, date);
    if (entry?.state === 'open') await closeDailyPost(unit, bank, entry, scope, clock.wall());
  }

  async function turnOff(
    unit: Unit,
    schedule: DailySchedule,
    date: string,
    reason: 'gone' | 'forbidden' | 'invalid' | 'empty',
  ): Promise<void> {
    if (!schedule.on) return;
    const off = { ...schedule, on: false };
    await unit.daily.saveSchedule(off);
    await armDaily(unit, off);
    const { channel, scope, setBy: user } = schedule;
    const card = dailyTurnedOffCard(channel, reason);
    await tell(unit, { id: `daily-off:${channel}:${date}`, scope, user, card }, clock.wall());
  }

  return [
    [dailyTimers.due, inUnit(post)],
    [dailyTimers.posted, inUnit(posted)],
    [dailyTimers.close, inUnit(close)],
  ];
}
