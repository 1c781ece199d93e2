import { learnerOf, scopeOf } from '../../app/person-keys.ts';
import type { MemoryUnit } from '../../app/store/memory.ts';
import type { MemoryCard } from '../../core/memory/memory-card.ts';
import type { UnitContext } from '../context.ts';
import { answersOf, createMemoryReader } from './memory-reader.ts';
import { insertAnswer, lockCard, saveCard, unlockCard } from './memory-rows.ts';
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

  return {
    ...createMemoryReader(tx),
    ...ratings,
    note: async ({ user, ...answer }) => {
      const afterAnswer = await loadRule();
      const [learner, { question, item }] = [learnerOf(user), answer];
      const before = await lockCard(context, learner, question);
      const rate = before.items.includes(item) ? null : await prepare(learner, answer);
      if (!(await insertAnswer(context, learner, scopeOf(user), answer))) {
        await unlockCard(context, learner, question);
        return null;
      }
      const card = afterAnswer(before.card, question, answer);
      await saveCard(context, learner, { card, items: rate === null ? before.items : [...before.items, item] });
      await rate?.();
      return card;
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
        await saveCard(context, learner, { card, items: [...(items.get(card.question) ?? [])] });
      }
    },
  };
}
