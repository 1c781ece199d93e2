import type { AskedItem } from '../../core/asked-item.ts';
import type { Card } from '../../core/card.ts';
import { orderOf, orders } from '../../core/permutation.ts';
import type { Item, Question } from '../../core/question.ts';
import type { BankIndex } from '../bank-index.ts';
import type { Feature } from '../dispatch/feature.ts';
import { reply, replyLater } from '../dispatch/feature.ts';
import type { Store } from '../store/store.ts';
import { practiceCard, practiceVerdictCard } from '../views/practice.ts';
import { staleCard } from '../views/problem.ts';

type Options = {
  readonly bank: BankIndex;
  readonly random: () => number;
  /** Null for a stateless bot: then only items of the present bank are known. */
  readonly store: Pick<Store, 'transact'> | null;
};

/**
 * Items to practise alone: no points, and nothing stored. What was asked and in which order is encoded in the buttons,
 * so a card is graded by what it shows, whatever has happened to the bank.
 */
export function createPractice({ bank, random, store }: Options): Feature {
  function ask(id: string, which: string | undefined): Card {
    const question = bank.question(id);
    const item = question === undefined ? undefined : chosen(question, which);
    const found = item === undefined ? undefined : bank.item(id, item.id);
    return found === undefined ? staleCard() : practiceCard(found, Math.floor(random() * orders));
  }

  function judge(asked: AskedItem | undefined, order: number, place: number): Card {
    if (asked?.item.options[orderOf(order)[place] ?? -1] === undefined) return staleCard();
    return practiceVerdictCard(asked, order, place, following(bank.question(asked.question.id), asked.item.id));
  }

  return {
    run: () => null,
    press: ({ verb, args }) => {
      if (verb !== 'practise' && verb !== 'try') return null;
      if (verb === 'practise') return reply(args.length > 2 ? staleCard() : ask(args[0] ?? '', args[1]));
      const [order = 0, place = -1] = args.slice(-2).map(Number);
      const [hash = '', number] = args.slice(0, -2);
      if (args.length < 3 || args.length > 4) return reply(staleCard());
      const asked = number === undefined ? bank.remembered(hash) : undefined;
      if (asked !== undefined) return reply(judge(asked, order, place), 'instead');
      if (store === null) return reply(staleCard());
      return replyLater(
        () =>
          store.transact(async (unit) => {
            // Buttons of earlier versions refer to the question and the position of its item.
            const known = number === undefined ? hash : await unit.items.atPlace(`${hash}#${number}`);
            return judge(known === null ? undefined : await bank.asked(unit, known), order, place);
          }),
        'instead',
      );
    },
  };
}

/** The item with an id or, for buttons of earlier versions, at a position; the first if it no longer exists. */
function chosen({ items }: Question, which = ''): Item | undefined {
  if (/^\d+$/.test(which)) return items[Number(which) % items.length];
  return items.find(({ id }) => id === which) ?? items[0];
}

/** The next item of the same question; null if there is no other. */
function following(question: Question | undefined, id: string): Item | null {
  const items = question?.items ?? [];
  const next = items[(items.findIndex((item) => item.id === id) + 1) % items.length];
  return next === undefined || next.id === id ? null : next;
}
