import type { Season, SeasonUnit } from '../../app/store/season.ts';
import type { UnitContext } from '../context.ts';
import { storable } from '../json.ts';
import type { Schema } from '../schema.ts';

/** Seasons of channels; their points are scores. */
export function createSeasonUnit({ tx }: Pick<UnitContext, 'tx'>): SeasonUnit {
  const seasons = () => tx.selectFrom('seasons').selectAll();
  return {
    start: async ({ id, channel, scope, name, startedAt }) => {
      const { numInsertedOrUpdatedRows } = await tx
        .insertInto('seasons')
        .values({ id, channel, scope, name: storable(name), started_at: startedAt, ended_at: null, quizzes: 0 })
        .onConflict((conflict) => conflict.doNothing())
        .executeTakeFirstOrThrow();
      return numInsertedOrUpdatedRows === 1n;
    },
    current: async (channel) => {
      const going = seasons().where('channel', '=', channel).where('ended_at', 'is', null);
      return toSeason(await going.executeTakeFirst());
    },
    latest: async (channel) => {
      const all = seasons().where('channel', '=', channel).orderBy('started_at', 'desc').orderBy('id');
      return toSeason(await all.limit(1).executeTakeFirst());
    },
    find: async (id) => toSeason(await seasons().where('id', '=', id).executeTakeFirst()),
    end: async (id, at) => {
      const going = tx.updateTable('seasons').set({ ended_at: at }).where('id', '=', id).where('ended_at', 'is', null);
      return (await going.executeTakeFirstOrThrow()).numUpdatedRows === 1n;
    },
    countQuiz: async (id) => {
      const counted = tx.updateTable('seasons').set((of) => ({ quizzes: of('quizzes', '+', 1) }));
      await counted.where('id', '=', id).execute();
    },
  };
}

function toSeason(row: Schema['seasons'] | undefined): Season | null {
  if (row === undefined) return null;
  const { started_at: startedAt, ended_at: endedAt, ...season } = row;
  return { ...season, startedAt, endedAt };
}
