import type { DailyUnit } from '../../app/store/daily.ts';
import type { UnitContext } from '../context.ts';

/** Dates that are to be left out. */
export function createDailySkips({ tx }: UnitContext): Pick<DailyUnit, 'skip' | 'isSkipped' | 'skips' | 'unskip'> {
  return {
    skip: async (channel, date) => {
      await tx
        .insertInto('daily_skips')
        .values({ channel, date })
        .onConflict((conflict) => conflict.doNothing())
        .execute();
    },
    isSkipped: async (channel, date) => {
      const found = tx.selectFrom('daily_skips').select('date').where('channel', '=', channel).where('date', '=', date);
      return (await found.executeTakeFirst()) !== undefined;
    },
    skips: async (channel) => {
      const dates = tx.selectFrom('daily_skips').select('date').where('channel', '=', channel);
      return (await dates.orderBy('date').execute()).map(({ date }) => date);
    },
    unskip: async (channel, date) => {
      await tx.deleteFrom('daily_skips').where('channel', '=', channel).where('date', '=', date).execute();
    },
  };
}
