import type { Card } from '../../core/card.ts';
import { withoutButtons } from '../../core/choices.ts';
import type { PeerRequest } from '../../core/interview/peers.ts';
import { comparisonOf, markedFor } from '../../core/interview/peers.ts';
import { dailyGrace } from '../../core/schedule/due.ts';
import type { Outgoing } from '../store/outbox.ts';
import type { Unit } from '../store/store.ts';
import { peerAnswerCard, peerCard, peerDeletedCard, peersShown } from '../views/interview-peers.ts';

/** Kinds of timers of answers that peers mark. */
export const peerTimers = { sent: 'peer-sent', end: 'peer-end' } as const;

/** A message whose sending is followed: the one in the channel, its thread, the answer in it. */
export type PeerPart = 'card' | 'thread' | 'answer';

/** The marks in a message are brought up to date at most every so often (ms): edits take from the budget of a whole workspace. */
const interval = 15_000;

/** Names of the messages about an answer, and of the edits of them. */
function idsOf(id: string) {
  const card = `peer:${id}`;
  return { card, thread: `${card}:thread`, answer: `${card}:answer`, marks: `${card}:marks`, end: `${card}:end` };
}

function endTimer(id: string): string {
  return `${peerTimers.end}:${id}`;
}

/** Stores an answer and posts it; false if that was done already, and then nothing changes. */
export async function postRequest(unit: Unit, request: PeerRequest, now: number): Promise<boolean> {
  if (!(await unit.peers.add(request))) return false;
  const { id, scope } = request;
  const errand = { kind: 'post', card: peerCard(request, nobodyYet(request), true), ping: null } as const;
  await unit.outbox.put({ ...about(request, now, 'card'), id: idsOf(id).card, errand, expires: now + dailyGrace }, now);
  const payload = { request: id, scope };
  await unit.timers.arm({
    key: endTimer(id),
    kind: peerTimers.end,
    clock: 'wall',
    due: request.at + markedFor,
    payload,
  });
  return true;
}

/** Opens the thread under what the channel got. */
export async function openPeerThread(unit: Unit, request: PeerRequest, now: number): Promise<void> {
  const { card: root, thread: id } = idsOf(request.id);
  const errand = { kind: 'thread', root, name: request.title } as const;
  await unit.outbox.put({ ...about(request, now, 'thread'), id, errand, expires: null }, now);
}

/** Posts the answer in its thread. */
export async function postInThread(unit: Unit, request: PeerRequest, now: number): Promise<void> {
  const { card: thread, answer: id } = idsOf(request.id);
  const card = peerAnswerCard(request, nobodyYet(request), true);
  const errand = { kind: 'post', card, ping: null } as const;
  const outgoing = { ...about(request, now, 'answer'), id, thread, errand, expires: now + dailyGrace };
  await unit.outbox.put(outgoing, now);
}

/** Shows all of it in the channel, where no thread can be had. */
export async function putInPlace(unit: Unit, request: PeerRequest, now: number): Promise<void> {
  const changed = { ...request, inPlace: true };
  await unit.peers.save(changed);
  await showMarks(unit, changed, now);
}

/** Brings what everybody sees of the marks up to date. */
export async function showMarks(unit: Unit, request: PeerRequest, now: number): Promise<void> {
  const outgoing = edit(request, idsOf(request.id).marks, await presentRequest(unit, request, true), now);
  await unit.outbox.putLatest(outgoing, now, interval);
}

/** Takes the button away and forgets the answer; what stands in the chat stays. */
export async function endRequest(unit: Unit, request: PeerRequest, now: number): Promise<void> {
  const { marks, end } = idsOf(request.id);
  const card = await presentRequest(unit, request, false);
  await unit.outbox.withdraw(marks);
  const outgoing = edit(request, end, card, now);
  await unit.outbox.put({ ...outgoing, errand: { ...outgoing.errand, left: withoutButtons(card) } }, now);
  await unit.peers.remove(request.id);
}

/** Deletes an answer with all marks, also from the messages that show it. */
export async function deleteRequest(unit: Unit, request: PeerRequest, now: number): Promise<void> {
  const { id, inPlace } = request;
  const ids = idsOf(id);
  for (const waiting of [ids.card, ids.thread, ids.answer, ids.marks]) await unit.outbox.withdraw(waiting);
  const gone = peerDeletedCard();
  await unit.outbox.put(edit({ ...request, inPlace: true }, `${ids.card}:gone`, gone, now), now);
  if (!inPlace) await unit.outbox.put(edit(request, `${ids.answer}:gone`, gone, now), now);
  await dropRequest(unit, id);
}

/** Deletes an answer that was posted nowhere. */
export async function dropRequest(unit: Unit, id: string): Promise<void> {
  await unit.timers.disarm(endTimer(id));
  await unit.peers.remove(id);
}

async function presentRequest(unit: Unit, request: PeerRequest, isOpen: boolean): Promise<Card> {
  const comparison = comparisonOf(request, await unit.peers.marks(request.id), peersShown);
  return (request.inPlace ? peerCard : peerAnswerCard)(request, comparison, isOpen);
}

function nobodyYet(request: PeerRequest) {
  return comparisonOf(request, [], peersShown);
}

/** An edit of the message that shows the answer. */
function edit(request: PeerRequest, id: string, card: Card, now: number) {
  const { card: root, answer } = idsOf(request.id);
  const thread = request.inPlace ? null : root;
  const errand = { kind: 'edit', target: request.inPlace ? root : answer, card } as const;
  return { ...about(request, now, null), id, thread, errand, expires: null };
}

function about(
  { id, scope, channel }: PeerRequest,
  now: number,
  part: PeerPart | null,
): Omit<Outgoing, 'id' | 'errand' | 'expires'> {
  const follow = part === null ? null : { kind: peerTimers.sent, payload: { request: id, part, scope } };
  return { lane: idsOf(id).card, scope, channel, user: null, thread: null, due: now, pressed: 'wait', follow };
}
