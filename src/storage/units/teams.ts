import type { ScoreUnit, TeamRow } from '../../app/store/score.ts';
import type { UnitContext } from '../context.ts';
import { storable } from '../json.ts';
import { placesOf } from '../score-places.ts';

/** Teams by wins, then points; teams that are equal in both share a rank. */
export function createTeams({ tx }: UnitContext): Pick<ScoreUnit, 'addTeam' | 'teams'> {
  return {
    addTeam: async (boards, periods, { team, won: isWon, points }) => {
      const places = placesOf(boards, periods);
      if (places.length === 0) return;
      const won = isWon ? 1 : 0;
      await tx
        .insertInto('team_scores')
        .values(places.map((place) => ({ ...place, team: storable(team), won, played: 1, points })))
        .onConflict((conflict) =>
          conflict.columns(['board', 'period', 'team']).doUpdateSet((of) => ({
            won: of('team_scores.won', '+', won),
            played: of('team_scores.played', '+', 1),
            points: of('team_scores.points', '+', points),
          })),
        )
        .execute();
    },
    teams: async (board, period, limit) => {
      const all = tx
        .selectFrom('team_scores')
        .select(['team', 'won', 'played', 'points'])
        .where('board', '=', board)
        .where('period', '=', period);
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
