import type { ScoreUnit } from '../../app/store/score.ts';
import type { UnitContext } from '../context.ts';
import { storable } from '../json.ts';
import { placesOf } from '../score-places.ts';
import { createBoardPages } from './board-pages.ts';
import { createBoardReader } from './board-reader.ts';
import { createTeams } from './teams.ts';

/** Totals per board and period, topic and team. Every change updates them, so that readers never have to add up. */
export function createScoreUnit(context: UnitContext): ScoreUnit {
  const { tx } = context;
  return {
    ...createBoardReader(context),
    ...createTeams(context),
    ...createBoardPages(context),
    add: async (boards, periods, { user, name, points, answered, correct, won }) => {
      const places = placesOf(boards, periods);
      if (places.length === 0) return;
      const nothing = { user_key: user, name: storable(name), points: 0, answered: 0, correct: 0, won: 0 };
      const fresh = await tx
        .insertInto('scores')
        .values(places.map((place) => ({ ...place, ...nothing })))
        .onConflict((conflict) => conflict.doNothing())
        .returning(['board', 'period'])
        .execute();
      await tx
        .updateTable('scores')
        .set((of) => ({
          name: storable(name),
          points: of('points', '+', points),
          answered: of('answered', '+', answered),
          correct: of('correct', '+', correct),
          won: of('won', '+', won),
        }))
        .where('user_key', '=', user)
        .where('board', 'in', boards)
        .where('period', 'in', periods)
        .execute();
      if (fresh.length === 0) return;
      await tx
        .insertInto('boards')
        .values(fresh.map((place) => ({ ...place, people: 1 })))
        .onConflict((conflict) =>
          conflict.columns(['board', 'period']).doUpdateSet((of) => ({ people: of('boards.people', '+', 1) })),
        )
        .execute();
    },
    addTopic: async (scope, user, topic, isCorrect) => {
      const correct = isCorrect ? 1 : 0;
      await tx
        .insertInto('topics')
        .values({ scope, user_key: user, topic, answered: 1, correct })
        .onConflict((conflict) =>
          conflict.columns(['scope', 'user_key', 'topic']).doUpdateSet((of) => ({
            answered: of('topics.answered', '+', 1),
            correct: of('topics.correct', '+', correct),
          })),
        )
        .execute();
    },
    topics: async (scope, user) => {
      const rows = tx.selectFrom('topics').select(['topic', 'answered', 'correct']).where('scope', '=', scope);
      return rows.where('user_key', '=', user).orderBy('topic').execute();
    },
  };
}
