import type { Card } from '../../core/card.ts';
import { shuffleRank } from '../../core/daily/shuffle-rank.ts';
import { dailyGrace } from '../../core/schedule/due.ts';
import { putDirectMessage } from '../delivery/direct-message.ts';
import type { Circumstances } from '../dispatch/feature.ts';
import type { OutgoingEnd } from '../store/outbox.ts';
import type { Unit } from '../store/store.ts';
import type { ClaimedTimer } from '../store/timer.ts';
import { dailyUntoldCard } from '../views/daily-announcements.ts';

/** The kind of the timer that follows when a channel was told of its new daily question, or could not be. */
export const announcementTimer = 'daily-told';

type Told = {
  readonly card: Card;
  /** It promises posts; then whoever set it up hears when the channel cannot be written to. */
  readonly promises: boolean;
};

/**
 * Tells a channel, once and in its turn, what somebody has changed about its daily question. In a conversation with the
 * bot alone there is nobody to tell: the answer to the order says it all.
 */
export async function announce(
  unit: Unit,
  { caller, event }: Circumstances,
  { card, promises }: Told,
  now: number,
): Promise<void> {
  const { channel, scope, user, direct } = caller;
  if (direct) return;
  const lane = `${announcementTimer}:${channel}`;
  await unit.outbox.put(
    {
      // An event's own name may be too long for a key.
      id: `${lane}:${now.toString(36)}-${shuffleRank(channel, event).toString(36)}`,
      lane,
      scope,
      channel,
      user: null,
      thread: null,
      errand: { kind: 'post', card, ping: null },
      due: now,
      expires: now + dailyGrace,
      pressed: 'wait',
      follow: promises ? { kind: announcementTimer, payload: { channel, scope, user } } : null,
    },
    now,
  );
}

/** What follows from it: nothing, or a word to whoever set it up, who would wait for the first post in vain. */
export async function afterAnnouncing(unit: Unit, { payload }: ClaimedTimer, now: number): Promise<void> {
  const { channel, scope, user, end } = payload as Record<'channel' | 'scope' | 'user', string> & {
    readonly end: OutgoingEnd;
  };
  if (end.kind !== 'failed' || end.why === 'unverifiable') return;
  if ((await unit.daily.schedule(channel))?.on !== true) return;
  await putDirectMessage(
    unit,
    {
      id: `daily-untold:${channel}:${now.toString(36)}`,
      scope,
      user,
      card: dailyUntoldCard(channel, end.why, end.hindrance),
    },
    now,
  );
}
