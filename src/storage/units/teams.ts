import type { ScoreUnit, TeamRow } from '../../app/store/score.ts';
import type { UnitContext } from '../context.ts';
import { storable } from '../json.ts';

/** Teams by wins, then points; those equal in both share a rank. */
export function createTeams({ tx }: UnitContext): Pick<ScoreUnit, 'addTeam' | 'teams'> {
  return {
    addTeam: async (board, team, isWon, points) => {
      const won = isWon ? 1 : 0;
      await tx
        .insertInto('teams')
        .values({ board, team: storable(team), won, played: 1, points })
        .onConflict((conflict) =>
          conflict.columns(['board', 'team']).doUpdateSet((of) => ({
            won: of('teams.won', '+', won),
            played: of('teams.played', '+', 1),
            points: of('teams.points', '+', points),
          })),
        )
        .execute();
    },
    teams: async (board, limit) => {
      const all = tx.selectFrom('teams').select(['team', 'won', 'played', 'points']).where('board', '=', board);
      const ordered = all.orderBy('won', 'desc').orderBy('points', 'desc').orderBy('played').orderBy('team');
      const rows: TeamRow[] = [];
      for (const row of await ordered.limit(limit).execute()) {
        const above = rows.at(-1);
        const isTied = above !== undefined && above.won === row.won && above.points === row.points;
        rows.push({ ...row, rank: isTied ? above.rank : rows.length + 1 });
      }
      return rows;
    },
  };
}
