import type { PeerRequest } from '../../core/interview/peers.ts';
import { putDirectMessage } from '../delivery/direct-message.ts';
import type { TimerHandler } from '../delivery/timers.ts';
import type { Environment } from '../environment.ts';
import type { OutgoingEnd } from '../store/outbox.ts';
import type { Unit } from '../store/store.ts';
import { peerFailedCard } from '../views/interview-peers.ts';
import type { PeerPart } from './peer-posting.ts';
import { dropRequest, endRequest, openPeerThread, peerTimers, postInThread, putInPlace } from './peer-posting.ts';

/** What falls due around an answer that peers mark: what follows when a message was sent, and its end. */
export function createPeerTimers({
  store,
  clock,
}: Pick<Environment, 'store' | 'clock'>): readonly (readonly [string, TimerHandler])[] {
  const withRequest =
    (effect: (unit: Unit, request: PeerRequest, payload: unknown) => Promise<void>): TimerHandler =>
    (timer) =>
      store.transact(async (unit) => {
        if (!(await unit.timers.finish(timer))) return;
        const request = await unit.peers.lock((timer.payload as { readonly request: string }).request);
        if (request !== null) await effect(unit, request, timer.payload);
      });
  return [
    [
      peerTimers.sent,
      withRequest((unit, request, payload) => afterSending(unit, request, payload as Sent, clock.wall())),
    ],
    [peerTimers.end, withRequest((unit, request) => endRequest(unit, request, clock.wall()))],
  ];
}

type Sent = { readonly part: PeerPart; readonly end: OutgoingEnd };

/** One step after the other: the message in the channel, a thread under it, the answer in that. */
async function afterSending(unit: Unit, request: PeerRequest, { part, end }: Sent, now: number): Promise<void> {
  if (part === 'card') {
    if (end.kind !== 'sent') return giveUp(unit, request, end, now);
    return request.inPlace ? undefined : openPeerThread(unit, request, now);
  }
  if (end.kind !== 'sent') {
    // What may stand in the thread is not shown a second time.
    const mayStand = end.kind === 'failed' && end.why === 'unverifiable';
    return mayStand || request.inPlace ? undefined : putInPlace(unit, request, now);
  }
  return part === 'thread' ? postInThread(unit, request, now) : undefined;
}

/** The channel did not get it, as far as anybody can tell: its author hears of it. */
async function giveUp(
  unit: Unit,
  request: PeerRequest,
  end: Exclude<OutgoingEnd, { readonly kind: 'sent' }>,
  now: number,
): Promise<void> {
  const { id, scope, author } = request;
  const card =
    end.kind === 'dropped' || end.why === 'unverifiable'
      ? peerFailedCard(request, 'unknown')
      : peerFailedCard(request, end.why, end.hindrance);
  await putDirectMessage(unit, { id: `peer-failed:${id}`, scope, user: author.user, card }, now);
  await dropRequest(unit, id);
}
