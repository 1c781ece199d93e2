import type { ScoreRow, ScoreUnit } from '../../app/store/score.ts';
import type { UnitContext } from '../context.ts';
import type { ScoreTable } from '../schema.ts';

/** Reads a board in order, along an index in exactly that order. */
export function createBoardReader({ tx }: UnitContext): Pick<ScoreUnit, 'page' | 'count' | 'own'> {
  const scores = (board: string, period: string) =>
    tx.selectFrom('scores').where('board', '=', board).where('period', '=', period);

  const rankOf = async (board: string, period: string, points: number) => {
    const ahead = scores(board, period).where('points', '>', points);
    const { people } = await ahead.select((of) => of.fn.countAll<number>().as('people')).executeTakeFirstOrThrow();
    return people + 1;
  };

  return {
    page: async (board, period, offset, limit) => {
      const ordered = scores(board, period)
        .selectAll()
        .orderBy('points', 'desc')
        .orderBy('answered')
        .orderBy('user_key');
      const rows = await ordered.limit(limit).offset(offset).execute();
      const [first] = rows;
      if (first === undefined) return [];
      let rank = offset === 0 ? 1 : await rankOf(board, period, first.points);
      return rows.map((row, place) => {
        if (row.points !== rows[place - 1]?.points && place > 0) rank = offset + place + 1;
        return toScore(row, rank);
      });
    },
    count: async (board, period) => {
      const row = tx.selectFrom('boards').select('people').where('board', '=', board).where('period', '=', period);
      return (await row.executeTakeFirst())?.people ?? 0;
    },
    own: async (board, period, user) => {
      const row = await scores(board, period).selectAll().where('user_key', '=', user).executeTakeFirst();
      return row === undefined ? null : toScore(row, await rankOf(board, period, row.points));
    },
  };
}

function toScore({ user_key: user, name, points, answered, correct, won }: ScoreTable, rank: number): ScoreRow {
  return { user, name, points, answered, correct, won, rank };
}
