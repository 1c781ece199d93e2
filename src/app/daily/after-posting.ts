import type { Clock } from '../clock.ts';
import type { DirectMessage } from '../delivery/direct-message.ts';
import { putDirectMessage } from '../delivery/direct-message.ts';
import type { Log } from '../ports.ts';
import type { DailyPost, DailySchedule } from '../store/daily.ts';
import type { OutgoingEnd } from '../store/outbox.ts';
import type { Unit } from '../store/store.ts';
import type { LeftOut } from '../views/daily-trouble.ts';
import { dailyLateCard, dailyLeftOutCard, dailyNowFailedCard, dailyUnverifiedCard } from '../views/daily-trouble.ts';
import { closeTimerKey, dailyTimers, openDailyThread, openFor } from './posting.ts';
import { turnOffFor } from './turning-off.ts';

/** How a daily post ended; the payload of its follow-up timer. */
export type DailyPostEnd = {
  readonly channel: string;
  readonly scope: string;
  readonly date: string;
  /** See `addDailyPost`. */
  readonly askedBy: string | null;
  readonly end: OutgoingEnd;
};

/** A question that comes so long (ms) after it was to be posted is worth a word. */
const remarkablyLate = 10 * 60_000;

type Failure = Omit<DailyPostEnd, 'end'> & Pick<Extract<OutgoingEnd, { readonly kind: 'failed' }>, 'why' | 'hindrance'>;

/** What follows when a daily question was posted, or could not be. */
export async function afterPosting(
  unit: Unit,
  posted: DailyPostEnd,
  { clock, log }: { readonly clock: Clock; readonly log: Log },
): Promise<void> {
  const { channel, scope, date, askedBy, end } = posted;
  const entry = await unit.daily.post(channel, date);
  if (entry === null || entry.state !== 'posting') return;
  const now = clock.wall();
  if (end.kind === 'sent') {
    await openForAnswers(unit, entry, scope, now);
    return askedBy === null ? tellOfLate(unit, entry, scope, now) : undefined;
  }
  const isUnverified = end.kind === 'failed' && end.why === 'unverifiable';
  await unit.daily.setPostState(channel, date, isUnverified ? 'unverified' : 'failed');
  if (end.kind === 'dropped') {
    log.warn({ channel, date }, 'A daily question was left out: it could not be posted in time.');
    const user = askedBy ?? (await unit.daily.schedule(channel))?.setBy;
    if (user !== undefined) await putDirectMessage(unit, leftOut({ channel, scope, date, user }, 'not-taken'), now);
    return;
  }
  const { why, reason, hindrance } = end;
  log.warn({ channel, date, why, reason }, 'A daily question could not be posted.');
  const schedule = await unit.daily.lockSchedule(channel);
  const notice = noticeOf(
    { channel, scope, date, askedBy, why, ...(hindrance === undefined ? {} : { hindrance }) },
    schedule,
  );
  if (notice !== null) await putDirectMessage(unit, notice, now);
  if (schedule !== null && why !== 'unverifiable')
    await turnOffFor(unit, schedule, { date, reason: { kind: why, hindrance } }, clock.wall());
}

/** From now on it can be answered, until it is closed. */
async function openForAnswers(unit: Unit, entry: DailyPost, scope: string, now: number): Promise<void> {
  const { channel, date } = entry;
  await unit.daily.setPostState(channel, date, 'open');
  await unit.timers.arm({
    key: closeTimerKey(entry),
    kind: dailyTimers.close,
    clock: 'wall',
    due: now + openFor,
    payload: { channel, scope, date },
  });
  if ((await unit.daily.schedule(channel))?.settings.thread === true) await openDailyThread(unit, entry, scope, now);
}

/** Who set it up hears of one that came late because nothing could be posted. */
async function tellOfLate(unit: Unit, { channel, date, since }: DailyPost, scope: string, now: number): Promise<void> {
  const user = (await unit.daily.schedule(channel))?.setBy;
  if (now - since < remarkablyLate || user === undefined) return;
  const card = dailyLateCard(channel, date, Math.round((now - since) / 60_000));
  await putDirectMessage(unit, { id: `daily-late:${channel}:${date}`, scope, user, card }, now);
}

type Missing = { readonly channel: string; readonly scope: string; readonly date: string; readonly user: string };

/** Tells somebody of a question that would have come too late. */
export function leftOut({ channel, scope, date, user }: Missing, why: LeftOut): DirectMessage {
  return { id: `daily-left-out:${channel}:${date}`, scope, user, card: dailyLeftOutCard(channel, date, why) };
}

/** Who hears what of a question that could not be posted; null where nobody does, or turning it off says it. */
function noticeOf(
  { channel, scope, date, askedBy, why, hindrance }: Failure,
  schedule: DailySchedule | null,
): DirectMessage | null {
  if (why === 'unverifiable') {
    const user = askedBy ?? schedule?.setBy;
    const card = dailyUnverifiedCard(channel, date);
    return user === undefined ? null : { id: `daily-unverified:${channel}:${date}`, scope, user, card };
  }
  if (askedBy === null || schedule?.on === true) return null;
  const card = dailyNowFailedCard(channel, why, hindrance);
  return { id: `daily-now-failed:${channel}:${date}`, scope, user: askedBy, card };
}
