import { sql } from 'kysely';
import type { OutboxQueue } from '../app/store/outbox.ts';
import type { Store } from '../app/store/store.ts';
import type { TimerQueue } from '../app/store/timer.ts';
import { Fault } from '../core/fault.ts';
import { createUnit } from './create-unit.ts';
import type { Engine } from './engine.ts';
import { toFault } from './fault-of.ts';
import { refuseInsideUnit } from './inside-unit.ts';
import { createOutboxQueue } from './outbox-queue.ts';
import { purge } from './purge.ts';
import { runUnit } from './run-unit.ts';
import { createTimerQueue } from './timer-queue.ts';

/** The store over an open engine; `owner` names this process in leases and must be unique among processes. */
export function createStore(engine: Engine, owner: string): Store {
  const { db } = engine;
  let isFull = false;
  let closing: Promise<void> | null = null;

  /** Turns every error into a Fault, and remembers whether there is space to write. */
  const guarded = async <Result>(work: () => Promise<Result>, writes = true): Promise<Result> => {
    try {
      refuseInsideUnit();
      if (closing !== null) throw new Fault('storage', 'The store was closed.', 'This is a mistake in the program.');
      const result = await work();
      if (writes) isFull = false;
      return result;
    } catch (error) {
      const fault = toFault(error);
      if (fault instanceof Fault && fault.code === 'storage-full') isFull = true;
      throw fault;
    }
  };

  const timers = createTimerQueue(engine, owner);
  const outbox = createOutboxQueue(engine, owner);
  return {
    transact: (work) => guarded(() => runUnit(engine, owner, (context) => work(createUnit(context)))),
    timers: guardedTimers(timers, guarded),
    outbox: guardedOutbox(outbox, guarded),
    answers: { record: (quiz, version, answer) => guarded(() => engine.record(quiz, version, answer)) },
    beat: (now, heard = []) => guarded(() => beat(engine, owner, now, heard)),
    lastHeard: (part) => guarded(() => lastHeard(engine, owner, part), false),
    serverTime: () => guarded(engine.serverTime, false),
    isReady: () =>
      guarded(() => sql`select 1`.execute(db), false).then(
        () => !isFull,
        () => false,
      ),
    purge: (now) => guarded(() => purge(engine, now)),
    close: () => {
      closing ??= engine.close().catch((error: unknown) => Promise.reject(toFault(error)));
      return closing;
    },
  };
}

type Guard = <Result>(work: () => Promise<Result>, writes?: boolean) => Promise<Result>;

function guardedTimers(queue: TimerQueue, guarded: Guard): TimerQueue {
  return {
    claim: (now, limit, lease) => guarded(() => queue.claim(now, limit, lease), false),
    untilNext: (now) => guarded(() => queue.untilNext(now), false),
  };
}

function guardedOutbox(queue: OutboxQueue, guarded: Guard): OutboxQueue {
  return {
    claim: (now, limit, lease, full) => guarded(() => queue.claim(now, limit, lease, full), false),
    untilNext: (now, full) => guarded(() => queue.untilNext(now, full), false),
    markUncertain: (outgoing, now, lease) => guarded(() => queue.markUncertain(outgoing, now, lease)),
    giveBack: (outgoing, due, certain) => guarded(() => queue.giveBack(outgoing, due, certain)),
  };
}

/** The row that says when a process heard a part of a platform stands among those that say when one was alive. */
const heardBy = (part: string, owner: string) => `heard:${part}@${owner}`;

async function lastHeard({ db }: Engine, owner: string, part: string): Promise<number | null> {
  const { last } = await db
    .selectFrom('instances')
    .select((of) => of.fn.max<number | null>('seen_at').as('last'))
    .where('owner', 'like', heardBy(part, '%'))
    .where('owner', '!=', heardBy(part, owner))
    .executeTakeFirstOrThrow();
  return last;
}

async function beat({ db }: Engine, owner: string, now: number, heard: readonly string[]): Promise<number | null> {
  const { last } = await db
    .selectFrom('instances')
    .select((of) => of.fn.max<number | null>('seen_at').as('last'))
    .executeTakeFirstOrThrow();
  await db
    .insertInto('instances')
    .values([owner, ...heard.map((part) => heardBy(part, owner))].map((name) => ({ owner: name, seen_at: now })))
    .onConflict((conflict) => conflict.column('owner').doUpdateSet({ seen_at: now }))
    .execute();
  return last;
}
