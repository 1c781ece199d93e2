import type { ClaimedOutgoing, Outgoing } from '../../src/app/store/outbox.ts';
import type { StoredAnswer, StoredQuiz } from '../../src/app/store/quiz.ts';
import type { Store } from '../../src/app/store/store.ts';
import type { Timer } from '../../src/app/store/timer.ts';
import type { QuizState } from '../../src/core/quiz/state.ts';

/** A state with people in it; the storage does not care what else it says. */
export function sampleState(id: string, channel = 'slack:T1:C1'): QuizState {
  return {
    id,
    channel,
    host: { user: 'slack:T1:U1', name: 'Ada' },
    settings: {} as QuizState['settings'],
    seed: 7,
    questions: [],
    teams: [],
    players: [
      { user: 'slack:T1:U1', name: 'Ada', team: null },
      { user: 'slack:T1:U2', name: 'Bob', team: null },
    ],
    closed: [],
    unanswered: 0,
    orderedAt: null,
    phase: { kind: 'lobby', due: 5 },
  };
}

/** A live quiz in its lobby, in its first version. */
export function sampleQuiz(id: string, changed: Partial<StoredQuiz> = {}): StoredQuiz {
  const channel = changed.channel ?? 'slack:T1:C1';
  return { id, channel, scope: 'slack:T1', state: sampleState(id, channel), version: 1, live: true, ...changed };
}

/** A first answer to the first question. */
export function sampleAnswer(user: string, changed: Partial<StoredAnswer> = {}): StoredAnswer {
  return { no: 0, user, name: `Name of ${user}`, choice: 1, at: 100, received: 110, ...changed };
}

/** A timer of the time of day, due at 1,000. */
export function sampleTimer(key: string, changed: Partial<Timer> = {}): Timer {
  return { key, kind: 'act', clock: 'wall', due: 1_000, payload: { of: key }, ...changed };
}

/** A message to a channel, due at once. */
export function samplePost(id: string, changed: Partial<Outgoing> = {}): Outgoing {
  return {
    id,
    lane: 'slack:T1:C1',
    scope: 'slack:T1',
    channel: 'slack:T1:C1',
    user: null,
    thread: null,
    errand: { kind: 'post', card: { body: [] }, ping: null },
    due: 0,
    expires: null,
    pressed: 'wait',
    follow: null,
    ...changed,
  };
}

/** An edit of the message that the outgoing `target` posted. */
export function sampleEdit(id: string, target: string, title: string, changed: Partial<Outgoing> = {}): Outgoing {
  return samplePost(id, { errand: { kind: 'edit', target, card: { title, body: [] } }, ...changed });
}

/** Puts outgoings in, in one unit at the instant `now`. */
export function put(store: Store, outgoings: readonly Outgoing[], now = 0): Promise<readonly boolean[]> {
  return store.transact(async (unit) => {
    const ends: boolean[] = [];
    for (const outgoing of outgoings) ends.push(await unit.outbox.put(outgoing, now));
    return ends;
  });
}

/** Ends one as sent, with the platform's id `message`. */
export function settle(
  store: Store,
  outgoing: ClaimedOutgoing,
  message = `m-${outgoing.id}`,
  now = 50,
): Promise<boolean> {
  const end = { kind: 'sent', late: false, posted: { message, at: now } } as const;
  return store.transact((unit) => unit.outbox.settle(outgoing, end, now));
}

/** The first of a list that has to have one. */
export function first<Value>(values: readonly Value[]): Value {
  const [value] = values;
  if (value === undefined) throw new Error('There is none.');
  return value;
}
