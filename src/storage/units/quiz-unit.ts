import type { QuizUnit, StoredQuiz } from '../../app/store/quiz.ts';
import type { UnitContext } from '../context.ts';
import { fromJson } from '../json.ts';
import { hasSegments } from '../key-segments.ts';
import type { Schema } from '../schema.ts';
import { hasPart } from './person-traces.ts';

/** How many of a channel's last quizzes are looked at for one of somebody. */
const lookedAt = 50;

/** Quizzes and the answers to their questions. */
export function createQuizUnit({ tx, kind }: UnitContext): QuizUnit {
  const quizzes = () => tx.selectFrom('quizzes').selectAll();
  const liveOf = (channel: string) => quizzes().where('channel', '=', channel).where('live', '=', 1).executeTakeFirst();

  /** The live quiz that posted a message: `message` is its id, or the key of the thread under it (`scope:message`). */
  const liveUnder = async (message: string) => {
    const names = [message, message.split(':').slice(2).join(':')].filter((name) => name !== '');
    const roots = tx.selectFrom('outgoings').select(['id', 'channel']).where('message', 'in', names);
    for (const { id, channel } of await roots.execute()) {
      const quiz = channel === null ? undefined : await liveOf(channel);
      if (quiz !== undefined && hasSegments(id, quiz.id)) return quiz;
    }
    return undefined;
  };

  return {
    open: async (quiz) => {
      // One that ends between the two statements leaves the channel free: then the second round opens the new one.
      for (let round = 1; ; round += 1) {
        const { numInsertedOrUpdatedRows } = await tx
          .insertInto('quizzes')
          .values({ ...toRow(quiz), finished_at: null })
          .onConflict((conflict) => conflict.doNothing())
          .executeTakeFirstOrThrow();
        if (numInsertedOrUpdatedRows === 1n) return null;
        const live = await liveOf(quiz.channel);
        if (live !== undefined) return live.id;
        if (round === 3) throw new Error(`The quiz ${quiz.id} was opened before.`);
      }
    },
    lock: async (id) => {
      const row = quizzes().where('id', '=', id);
      return toQuiz(await (kind === 'postgres' ? row.forUpdate() : row).executeTakeFirst());
    },
    version: async (id) => {
      const row = tx.selectFrom('quizzes').select('version').where('id', '=', id);
      return (await row.executeTakeFirst())?.version ?? null;
    },
    save: async (quiz) => {
      const update = tx
        .updateTable('quizzes')
        .set(toChanges(toRow(quiz), quiz))
        .where('id', '=', quiz.id);
      const { numUpdatedRows } = await update.where('version', '=', quiz.version - 1).executeTakeFirstOrThrow();
      return numUpdatedRows === 1n;
    },
    answers: async (id) => {
      const fields = ['no', 'user_key', 'name', 'choice', 'at', 'received'] as const;
      const rows = await tx.selectFrom('quiz_answers').select(fields).where('quiz', '=', id).orderBy('seq').execute();
      return rows.map(({ user_key: user, ...answer }) => ({ ...answer, user }));
    },
    of: async (user) => {
      const rows = quizzes()
        .where((of) => hasPart(of, kind, user))
        .orderBy('id');
      return (await (kind === 'postgres' ? rows.forUpdate() : rows).execute()).flatMap((row) => toQuiz(row) ?? []);
    },
    liveIn: async (channel) => toQuiz((await liveOf(channel)) ?? (await liveUnder(channel))),
    lastHosted: (channel, user) => lastHosted(tx, channel, user),
    live: async () => {
      const rows = await quizzes().where('live', '=', 1).orderBy('id').execute();
      return rows.flatMap((row) => toQuiz(row) ?? []);
    },
    isAnyLive: async () => {
      const row = tx.selectFrom('quizzes').select('id').where('live', '=', 1).limit(1);
      return (await row.executeTakeFirst()) !== undefined;
    },
    ...createHistory(tx),
  };
}

/** What quizzes of each channel have asked. */
function createHistory(tx: UnitContext['tx']): Pick<QuizUnit, 'lastAsked' | 'noteAsked'> {
  return {
    lastAsked: (channel) =>
      tx.selectFrom('quiz_asked').select(['item', 'asked', 'at']).where('channel', '=', channel).execute(),
    noteAsked: async (channel, { item, asked, at }) => {
      await tx
        .insertInto('quiz_asked')
        .values({ channel, item, asked, at })
        .onConflict((conflict) => conflict.columns(['channel', 'item']).doUpdateSet({ asked, at }))
        .execute();
    },
  };
}

async function lastHosted(tx: UnitContext['tx'], channel: string, user: string): Promise<StoredQuiz | null> {
  const ended = tx.selectFrom('quizzes').selectAll().where('channel', '=', channel).where('live', '=', 0);
  const rows = await ended.orderBy('finished_at', 'desc').orderBy('id').limit(lookedAt).execute();
  return rows.flatMap((row) => toQuiz(row) ?? []).find(({ state }) => state.host.user === user) ?? null;
}

/** `finished_at` is written once it has ended. */
function toChanges({ id: _, ...row }: ReturnType<typeof toRow>, { state: { phase } }: StoredQuiz) {
  return phase.kind === 'over' ? { ...row, finished_at: phase.at } : row;
}

function toRow({ id, channel, scope, state, version, live }: StoredQuiz) {
  return { id, channel, scope, state: JSON.stringify(state), version, live: live ? 1 : 0 };
}

function toQuiz(row: Schema['quizzes'] | undefined): StoredQuiz | null {
  if (row === undefined) return null;
  const { id, channel, scope, state, version, live } = row;
  return { id, channel, scope, state: fromJson(state), version, live: live === 1 };
}
