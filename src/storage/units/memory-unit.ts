import { learnerOf, scopeOf } from '../../app/person-keys.ts';
import type { MemoryUnit } from '../../app/store/memory.ts';
import type { MemoryCard } from '../../core/memory/memory-card.ts';
import type { UnitContext } from '../context.ts';
import { fromJson } from '../json.ts';
import { answersOf, createMemoryReader, toCard } from './memory-reader.ts';
import { createRatings } from './rating-unit.ts';

type Rule = typeof import('../../core/memory/after-answer.ts').afterAnswer;

let rule: Rule | undefined;

/** Loaded with the first answer and not with the program: it takes 5 ms. */
async function loadRule(): Promise<Rule> {
  rule ??= (await import('../../core/memory/after-answer.ts')).afterAnswer;
  return rule;
}

/** Everything that was answered, and what people remember of it. */
export function createMemoryUnit(context: UnitContext): MemoryUnit {
  const { tx, kind } = context;
  const { prepare, ...ratings } = createRatings(context);

  /**
   * The card, locked until the unit ends, before the answer gets its place in the order: so that cards which are made anew
   * come out the same. A blank one where there was none.
   */
  const lockCard = async (learner: string, question: string) => {
    const blank = { item: '', due: 0, stability: 0, difficulty: 0, answered: 0, missed: 0, last: 0 };
    const row = await tx
      .insertInto('memory_cards')
      .values({ learner, question, ...blank })
      .onConflict((conflict) => conflict.columns(['learner', 'question']).doUpdateSet({ learner }))
      .returningAll()
      .executeTakeFirstOrThrow();
    return { before: row.answered === 0 ? null : toCard(row), items: fromJson<readonly string[]>(row.items) };
  };

  return {
    ...createMemoryReader(tx),
    ...ratings,
    note: async ({ user, source, correct, ...answer }) => {
      const afterAnswer = await loadRule();
      const [learner, { question, item, at }] = [learnerOf(user), answer];
      const { before, items } = await lockCard(learner, question);
      const rate = items.includes(item) ? null : await prepare(learner, { ...answer, correct });
      const { numInsertedOrUpdatedRows: noted } = await tx
        .insertInto('memory_answers')
        .values({ ...answer, learner, scope: scopeOf(user), source, correct: Number(correct) })
        .onConflict((conflict) => conflict.columns(['learner', 'source']).doNothing())
        .executeTakeFirstOrThrow();
      if (noted !== 1n) {
        const same = tx.deleteFrom('memory_cards').where('learner', '=', learner).where('question', '=', question);
        await same.where('answered', '=', 0).execute();
        return null;
      }
      const { question: _, ...changed } = afterAnswer(before, question, { item, correct, at });
      const answered = rate === null ? {} : { items: JSON.stringify([...items, item]) };
      const card = tx.updateTable('memory_cards').where('learner', '=', learner).where('question', '=', question);
      await card.set({ ...changed, ...answered }).execute();
      await rate?.();
      return { question, ...changed };
    },
    rebuild: async (user) => {
      const afterAnswer = await loadRule();
      const learner = learnerOf(user);
      // Locked before the answers are read, so that none is missed which is being noted at the moment.
      const before = tx
        .selectFrom('memory_cards')
        .select('question')
        .where('learner', '=', learner)
        .orderBy('question');
      if (kind === 'postgres') await before.forUpdate().execute();
      const cards = new Map<string, MemoryCard>();
      const items = new Map<string, Set<string>>();
      for (const { question, item, correct, at } of await answersOf(tx, learner).orderBy('seq').execute()) {
        const recall = { item, correct: correct === 1, at };
        cards.set(question, afterAnswer(cards.get(question) ?? null, question, recall));
        items.set(question, (items.get(question) ?? new Set()).add(item));
      }
      await tx.deleteFrom('memory_cards').where('learner', '=', learner).execute();
      for (const card of cards.values()) {
        const row = { ...card, items: JSON.stringify([...(items.get(card.question) ?? [])]) };
        const insert = tx.insertInto('memory_cards').values({ learner, ...row });
        await insert.onConflict((conflict) => conflict.columns(['learner', 'question']).doUpdateSet(row)).execute();
      }
    },
  };
}
