import type { ScoreUnit } from '../../app/store/score.ts';
import type { UnitContext } from '../context.ts';

/** What the page of a board shows beside its rows. */
export function createBoardPages({
  tx,
}: UnitContext): Pick<ScoreUnit, 'shown' | 'topicTotals' | 'history' | 'pageToken' | 'pageOf'> {
  return {
    shown: async (board, limit) => {
      const rows = await tx
        .selectFrom('scores')
        .innerJoin('shown_people', 'shown_people.user_key', 'scores.user_key')
        .select(['scores.user_key', 'name', 'points', 'answered', 'correct', 'won'])
        .where('board', '=', board)
        .where('period', '=', 'all')
        .orderBy('points', 'desc')
        .orderBy('scores.user_key')
        .limit(limit)
        .execute();
      return rows.map(({ user_key: user, ...row }) => ({ user, ...row }));
    },
    topicTotals: async (scope) => {
      const rows = await tx
        .selectFrom('topics')
        .select((of) => [
          'topic',
          of.fn.sum<number>('answered').as('answered'),
          of.fn.sum<number>('correct').as('correct'),
        ])
        .where('scope', '=', scope)
        .groupBy('topic')
        .orderBy('topic')
        .execute();
      // PostgreSQL returns sums of bigint as text.
      return rows.map(({ topic, answered, correct }) => ({
        topic,
        answered: Number(answered),
        correct: Number(correct),
      }));
    },
    history: async (board, users, since) => {
      if (users.length === 0) return [];
      const rows = await tx
        .selectFrom('scores')
        .select(['user_key', 'period', 'points'])
        .where('board', '=', board)
        .where('period', '>=', since)
        .where('period', 'like', '____-__-__')
        .where('user_key', 'in', [...users])
        .orderBy('period')
        .execute();
      return rows.map(({ user_key: user, period: date, points }) => ({ user, date, points }));
    },
    pageToken: async ({ board, scope, channel }, fresh) => {
      await tx
        .insertInto('board_pages')
        .values({ token: fresh, board, scope, channel })
        .onConflict((conflict) => conflict.column('board').doNothing())
        .execute();
      const { token } = await tx
        .selectFrom('board_pages')
        .select('token')
        .where('board', '=', board)
        .executeTakeFirstOrThrow();
      return token;
    },
    pageOf: async (token) => {
      const row = tx.selectFrom('board_pages').select(['board', 'scope', 'channel']).where('token', '=', token);
      return (await row.executeTakeFirst()) ?? null;
    },
  };
}
