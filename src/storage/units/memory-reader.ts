import { type Selectable, sql } from 'kysely';
import { learnerOf } from '../../app/person-keys.ts';
import type { MemoryUnit } from '../../app/store/memory.ts';
import type { MemoryCard } from '../../core/memory/memory-card.ts';
import { weekSpan } from '../../core/progress/progress.ts';
import type { Level } from '../../core/question.ts';
import type { UnitContext } from '../context.ts';
import type { MemoryCardTable } from '../learning-schema.ts';

type Transaction = UnitContext['tx'];

/** What people answered, and what they remember. */
export function createMemoryReader(
  tx: Transaction,
): Pick<MemoryUnit, 'cards' | 'due' | 'recent' | 'answers' | 'weeks' | 'learners'> {
  const cardsOf = (learner: string) => tx.selectFrom('memory_cards').selectAll().where('learner', '=', learner);
  return {
    cards: async (user) => (await cardsOf(learnerOf(user)).orderBy('due').orderBy('question').execute()).map(toCard),
    due: async (user, until, limit) => {
      const due = cardsOf(learnerOf(user)).where('due', '<=', until).orderBy('due').orderBy('question').limit(limit);
      return (await due.execute()).map(toCard);
    },
    recent: async (user, limit) => {
      const rows = await answersOf(tx, learnerOf(user))
        .orderBy('at', 'desc')
        .orderBy('seq', 'desc')
        .limit(limit)
        .execute();
      return rows.map(({ level, correct, ...row }) => ({ ...row, level: level as Level, correct: correct === 1 }));
    },
    answers: async (user) => {
      const rows = answersOf(tx, learnerOf(user)).select(['source', 'asked', 'choice']).orderBy('seq');
      return (await rows.execute()).map(({ level, correct, ...row }) => ({
        ...row,
        level: level as Level,
        correct: correct === 1,
      }));
    },
    weeks: async (user, now, weeks) => {
      // Whole numbers in both engines, so that what is left of a week is cut off; a number of JavaScript's is none to SQLite.
      const week = sql<number>`(cast(${now} as bigint) - at) / ${sql.lit(weekSpan)}`;
      const rows = tx
        .selectFrom('memory_answers')
        .select((of) => [
          'topic',
          week.as('week'),
          of.fn.countAll<number>().as('answered'),
          of.fn.sum<number>('correct').as('correct'),
        ])
        .where('learner', '=', learnerOf(user))
        .where('at', '>', now - weeks * weekSpan)
        .groupBy(['topic', sql`week`]);
      // PostgreSQL returns counts and sums as text. What was answered after `now` is of the newest week.
      return (await rows.execute()).map(({ topic, ...row }) => ({
        topic,
        week: Math.max(0, Number(row.week)),
        answered: Number(row.answered),
        correct: Number(row.correct),
      }));
    },
    learners: async (after, limit) => {
      const rows = tx.selectFrom('memory_answers').select('learner').distinct().where('learner', '>', after);
      return (await rows.orderBy('learner').limit(limit).execute()).map(({ learner }) => learner);
    },
  };
}

/** The answers of a learner. */
export function answersOf(tx: Transaction, learner: string) {
  return tx
    .selectFrom('memory_answers')
    .select(['question', 'item', 'topic', 'level', 'correct', 'at'])
    .where('learner', '=', learner);
}

/** A card as the rules know it. */
export function toCard({ learner: _, items: __, ...card }: Selectable<MemoryCardTable>): MemoryCard {
  return card;
}
