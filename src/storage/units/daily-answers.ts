import type { DailyAnswer, DailyUnit } from '../../app/store/daily.ts';
import type { UnitContext } from '../context.ts';
import { storable } from '../json.ts';

/** Who answered what. Tallies are stored separately, so that they survive when a person is forgotten. */
export function createDailyAnswers({ tx }: UnitContext): Pick<DailyUnit, 'answer' | 'answers' | 'tally'> {
  const recorded = (channel: string, date: string) =>
    tx
      .selectFrom('daily_answers')
      .select(['user_key', 'name', 'choice', 'correct', 'at'])
      .where('channel', '=', channel)
      .where('date', '=', date);

  const count = async (channel: string, date: string, choice: number) => {
    await tx
      .insertInto('daily_tallies')
      .values({ channel, date, choice, answers: 1 })
      .onConflict((conflict) =>
        conflict
          .columns(['channel', 'date', 'choice'])
          .doUpdateSet((of) => ({ answers: of('daily_tallies.answers', '+', 1) })),
      )
      .execute();
  };

  return {
    answer: async (channel, date, { user, name, choice, correct, at }) => {
      const { numInsertedOrUpdatedRows } = await tx
        .insertInto('daily_answers')
        .values({ channel, date, user_key: user, name: storable(name), choice, correct: correct ? 1 : 0, at })
        .onConflict((conflict) => conflict.columns(['channel', 'date', 'user_key']).doNothing())
        .executeTakeFirstOrThrow();
      if (numInsertedOrUpdatedRows === 0n) {
        return toAnswer(await recorded(channel, date).where('user_key', '=', user).executeTakeFirstOrThrow());
      }
      await count(channel, date, choice);
      return null;
    },
    answers: async (channel, date) => (await recorded(channel, date).orderBy('seq').execute()).map(toAnswer),
    tally: async (channel, date) => {
      const rows = tx.selectFrom('daily_tallies').select(['choice', 'answers']).where('channel', '=', channel);
      const found = new Map((await rows.where('date', '=', date).execute()).map((row) => [row.choice, row.answers]));
      return [found.get(0) ?? 0, found.get(1) ?? 0, found.get(2) ?? 0, found.get(3) ?? 0];
    },
  };
}

type AnswerRow = { user_key: string; name: string; choice: number; correct: number; at: number };

function toAnswer({ user_key: user, name, choice, correct, at }: AnswerRow): DailyAnswer {
  return { user, name, choice, correct: correct === 1, at };
}
