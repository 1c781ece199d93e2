import { dateOf } from '../../core/daily/post-key.ts';
import type { ZoneRules } from '../../core/schedule/zone-rules.ts';
import type { BankIndex } from '../bank-index.ts';
import type { Clock } from '../clock.ts';
import { putDirectMessage } from '../delivery/direct-message.ts';
import type { TimerHandler } from '../delivery/timers.ts';
import type { Log } from '../ports.ts';
import type { DailySchedule } from '../store/daily.ts';
import type { OutgoingEnd } from '../store/outbox.ts';
import type { Store, Unit } from '../store/store.ts';
import type { ClaimedTimer } from '../store/timer.ts';
import { dailyNowFailedCard, dailyTurnedOffCard, dailyUnverifiedCard } from '../views/daily-settings.ts';
import { dailyWaitingCard } from '../views/daily-zone.ts';
import { passOver } from './coming.ts';
import { goOn, isWaiting, planAnew } from './planning.ts';
import { addDailyPost, closeDailyPost, closeTimerKey, dailyTimers, openDailyThread, openFor } from './posting.ts';
import { afterTelling, toldTimer } from './telling.ts';

type Options = {
  readonly store: Store;
  readonly bank: BankIndex;
  readonly clock: Clock;
  readonly rules: ZoneRules;
  /** Chance in [0, 1). */
  readonly random: () => number;
  readonly log: Log;
};

type Day = { readonly channel: string; readonly scope: string; readonly date: string };

/**
 * How long (ms) a schedule waits for rules that know its zone before whoever set it up is told: another instance may have
 * them, and looks every minute.
 */
const waitingUntold = 10 * 60_000;

/** Arms the timer of the next post, or of telling that none is planned; there is one for each channel. `now` in UTC ms. */
export async function armDaily(unit: Unit, schedule: DailySchedule, now: number): Promise<void> {
  const { channel, on, nextAt, nextDate } = schedule;
  const [key, waitingKey] = [`daily:${channel}`, `daily-waiting:${channel}`];
  if (isWaiting(schedule)) {
    await unit.timers.disarm(key);
    const due = now + waitingUntold;
    return unit.timers.arm({ key: waitingKey, kind: dailyTimers.waiting, clock: 'wall', due, payload: { channel } });
  }
  await unit.timers.disarm(waitingKey);
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
export function createDailyTimers({
  store,
  bank,
  clock,
  rules,
  random,
  log,
}: Options): readonly (readonly [string, TimerHandler])[] {
  const inUnit =
    (effect: (unit: Unit, timer: ClaimedTimer) => Promise<void>): TimerHandler =>
    (timer) =>
      store.transact(async (unit) => {
        if (await unit.timers.finish(timer)) await effect(unit, timer);
      });

  async function post(unit: Unit, { payload }: ClaimedTimer): Promise<void> {
    const { channel, date } = payload as Pick<Day, 'channel' | 'date'>;
    const schedule = await unit.daily.lockSchedule(channel);
    // Another setting has come between: that one has armed a timer of its own.
    if (schedule === null || !schedule.on || schedule.nextDate !== date) return;
    const now = clock.wall();
    const { skipped: late, post: due, following: planned } = goOn(planAnew(schedule, rules), rules, now);
    for (const missed of late) log.warn({ channel, date: missed.date }, 'A daily question was left out: too late.');
    const following = await passOver(unit, planned, rules);
    await unit.daily.saveSchedule(following);
    await armDaily(unit, following, now);
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
    if ((await addDailyPost(unit, bank, wanted)) === 'empty') await turnOff(unit, following, due.date, 'empty');
  }

  /** Nobody has planned it meanwhile. */
  async function waiting(unit: Unit, { payload }: ClaimedTimer): Promise<void> {
    const { channel } = payload as Pick<Day, 'channel'>;
    const schedule = await unit.daily.lockSchedule(channel);
    if (schedule === null || !isWaiting(schedule)) return;
    const now = clock.wall();
    const planned = planAnew(schedule, rules);
    if (planned !== schedule) {
      await unit.daily.saveSchedule(planned);
      return armDaily(unit, planned, now);
    }
    const { scope, setBy: user, nextDate } = schedule;
    const card = dailyWaitingCard(channel, schedule.settings);
    await putDirectMessage(unit, { id: `daily-waiting:${channel}:${nextDate}`, scope, user, card }, now);
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
    const schedule = await unit.daily.lockSchedule(channel);
    const hears = askedBy ?? schedule?.setBy;
    if (end.why === 'unverifiable') {
      const card = dailyUnverifiedCard(channel, date);
      if (hears !== undefined)
        await putDirectMessage(unit, { id: `daily-unverified:${channel}:${date}`, scope, user: hears, card }, now);
      return;
    }
    if (askedBy !== null && schedule?.on !== true) {
      const card = dailyNowFailedCard(channel, end.why);
      await putDirectMessage(unit, { id: `daily-now-failed:${channel}:${date}`, scope, user: askedBy, card }, now);
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
    await armDaily(unit, off, clock.wall());
    const { channel, scope, setBy: user } = schedule;
    const card = dailyTurnedOffCard(channel, reason);
    await putDirectMessage(unit, { id: `daily-off:${channel}:${date}`, scope, user, card }, clock.wall());
  }

  return [
    [dailyTimers.due, inUnit(post)],
    [dailyTimers.waiting, inUnit(waiting)],
    [dailyTimers.posted, inUnit(posted)],
    [dailyTimers.close, inUnit(close)],
    [toldTimer, inUnit((unit, timer) => afterTelling(unit, timer, clock.wall()))],
  ];
}
