import { setTimeout as delay, setImmediate as endOfTurn } from 'node:timers/promises';
import type { QuizAnswers, StoredAnswer } from '../../app/store/quiz.ts';
import { storable } from '../json.ts';
import type { FairQueue } from './fair-queue.ts';
import type { SqliteConnection } from './node-sqlite.ts';

type Result = Awaited<ReturnType<QuizAnswers['record']>>;

type Pending = {
  readonly quiz: string;
  readonly version: number;
  readonly answer: StoredAnswer;
  readonly resolve: (result: Result) => void;
  readonly reject: (error: unknown) => void;
};

/** https://sqlite.org/rescode.html#constraint: rolls back its own statement only, not the transaction. */
const constraint = 19;

/**
 * Time from one commit to the next, in ms, where answers come in a stream. Whoever answers while nobody else does waits for
 * nothing; in a crowd nobody sees the difference, and each commit takes as long as reading several clicks.
 */
const spacing = 5;

export type Recorder = {
  readonly record: QuizAnswers['record'];
  /** Resolves when nothing waits to be written. */
  readonly settled: () => Promise<void>;
};

/**
 * Group commit: all answers since the last commit are written in one transaction, since waiting for the disk is what
 * takes time. Each has its own result, and a rejected one does not affect the others.
 */
export function createRecorder(connection: SqliteConnection, queue: FairQueue): Recorder {
  let pending: Pending[] = [];
  let committed = Number.NEGATIVE_INFINITY;
  let flushing: Promise<void> = Promise.resolve();
  const write = createWriter(connection);

  const flush = async () => {
    await queue.enter();
    const group = pending;
    pending = [];
    try {
      commit(group);
    } catch (error) {
      for (const { reject } of group) reject(error);
    } finally {
      committed = performance.now();
      queue.leave();
    }
  };

  /** After the events of this turn of the event loop at the earliest, so that answers that arrive together are committed together. */
  const flushSoon = () => {
    const wait = committed + spacing - performance.now();
    const begun = wait > 0 ? delay(wait) : endOfTurn();
    flushing = begun.then(flush);
  };

  const commit = (group: readonly Pending[]) => {
    connection.run('begin immediate');
    try {
      const ends = group.map((one) => attempt(one));
      connection.run('commit');
      for (const end of ends) end();
    } catch (error) {
      if (connection.isInTransaction()) connection.run('rollback');
      throw error;
    }
  };

  /** Writes one answer and returns what to report once the group is on disk. */
  const attempt = (one: Pending): (() => void) => {
    try {
      const result = write(one);
      return () => one.resolve(result);
    } catch (error) {
      if (!isOwnFault(error)) throw error;
      return () => one.reject(error);
    }
  };

  return {
    record: (quiz, version, answer) =>
      new Promise((resolve, reject) => {
        pending.push({ quiz, version, answer, resolve, reject });
        if (pending.length === 1) flushSoon();
      }),
    settled: async () => {
      while (pending.length > 0) await flushing;
    },
  };
}

function createWriter(connection: SqliteConnection): (one: Pending) => Result {
  return ({ quiz, version, answer }) => {
    const current = connection.prepare('select 1 from quizzes where id = ? and version = ? and live = 1');
    if (current.all([quiz, version]).length === 0) return { kind: 'stale' };
    const { no, user, name, choice, at, received } = answer;
    const insert = connection.prepare(`insert into quiz_answers (quiz, no, user_key, name, choice, at, received)
      values (?, ?, ?, ?, ?, ?, ?) on conflict (quiz, no, user_key) do nothing`);
    if (insert.run([quiz, no, user, storable(name), choice, at, received]) === 1) return { kind: 'recorded' };
    const earlier = connection.prepare(
      'select choice, at from quiz_answers where quiz = ? and no = ? and user_key = ?',
    );
    const [row] = earlier.all([quiz, no, user]);
    return { kind: 'known', choice: Number(row?.['choice']), at: Number(row?.['at']) };
  };
}

function isOwnFault(error: unknown): boolean {
  if (error instanceof TypeError || error instanceof RangeError) return true;
  return error instanceof Error && 'errcode' in error && (Number(error.errcode) & 0xff) === constraint;
}
