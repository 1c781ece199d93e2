import type { AskedItem } from '../../core/asked-item.ts';
import type { Card } from '../../core/card.ts';
import { dueBy } from '../../core/memory/memory-card.ts';
import { drawOrderNumber, orderOf } from '../../core/permutation.ts';
import { itemAfter } from '../../core/practice/pick.ts';
import type { Item, Question } from '../../core/question.ts';
import type { BankIndex } from '../bank-index.ts';
import type { Circumstances, Feature } from '../dispatch/feature.ts';
import { reply, replyIdempotently, replyLater } from '../dispatch/feature.ts';
import type { Environment } from '../environment.ts';
import { answerOf, sources } from '../practice/answer-of.ts';
import type { PracticeMemory, PracticeUnits } from '../practice/practice-memory.ts';
import { restsCard } from '../views/flags.ts';
import { optionAt } from '../views/item.ts';
import { practiceCard, practiceVerdictCard } from '../views/practice.ts';
import { staleCard } from '../views/problem.ts';

type Options = Pick<Environment, 'bank' | 'clock' | 'random' | 'flags'> & {
  readonly memory: PracticeMemory;
  /** Ids of the questions that one asks after this one, best first. */
  readonly related: (id: string) => readonly string[];
};

/** How many questions that are due are looked at; the bank may lack some. */
const dueSeen = 20;

/**
 * One item after the other, beginning with the question that somebody looks at. What was asked and in which order is encoded in
 * the buttons, so a card is graded by what it shows, whatever has happened to the bank.
 */
export function createPractice(options: Options): Feature {
  const { bank, random, memory } = options;

  function ask(id: string, which: string | undefined): Card {
    const question = bank.question(id);
    const item = question === undefined ? undefined : chosen(question, which);
    const found = item === undefined ? undefined : bank.item(id, item.id);
    return found === undefined ? staleCard() : practiceCard(found, drawOrderNumber(random));
  }

  function judge([hash, number, order, place]: Tried, circumstances: Circumstances): Promise<Card> {
    return memory.transact(async (unit) => {
      // Buttons of earlier versions refer to the question and the position of its item.
      const known = number === undefined ? hash : await unit.items.atPlace(`${hash}#${number}`);
      const asked = known === null ? undefined : await bank.asked(unit, known);
      const option = asked === undefined ? undefined : optionAt(asked.item, orderOf(order), place);
      if (asked === undefined || option === undefined) return staleCard();
      const { caller, at, event, message = event } = circumstances;
      const given = { asked: known, choice: orderOf(order)[place] ?? null, correct: option.correct };
      const source = sources.tried(message, known);
      await unit.memory.note({ ...answerOf(asked, given), user: caller.user, source, at });
      const next = await following(unit, asked, caller.user, options);
      return practiceVerdictCard(asked, order, place, next, options.flags === true ? known : null);
    });
  }

  return {
    run: () => null,
    press: ({ verb, args }, circumstances) => {
      if (verb !== 'practise' && verb !== 'try') return null;
      if (verb === 'try') {
        const tried = toTried(args);
        return tried === null ? reply(staleCard()) : replyIdempotently(() => judge(tried, circumstances), 'instead');
      }
      const [id = '', which] = args;
      const question = args.length > 2 ? undefined : bank.question(id);
      if (question === undefined) return reply(staleCard());
      if (question.items.length === 0) return reply(restsCard());
      if (which !== undefined) return reply(ask(id, which));
      return replyLater(async () => {
        const cards = await memory.transact((unit) => unit.memory.cards(circumstances.caller.user));
        return ask(id, nextItem(bank, id, cards.find(({ question }) => question === id)?.item)?.id);
      });
    },
  };
}

/** Hash of what was asked, or a question and the position of its item; then the order of the options, and the place. */
type Tried = readonly [hash: string, number: string | undefined, order: number, place: number];

function toTried(args: readonly string[]): Tried | null {
  if (args.length < 3 || args.length > 4) return null;
  const [hash = '', number] = args.slice(0, -2);
  const [order = 0, place = -1] = args.slice(-2).map(Number);
  return [hash, number, order, place];
}

/** The item with an id or, for buttons of earlier versions, at a position; the first if it no longer exists. */
function chosen({ items }: Question, which = ''): Item | undefined {
  if (/^\d+$/.test(which)) return items[Number(which) % items.length];
  return items.find(({ id }) => id === which) ?? items[0];
}

/** The item after the one that somebody was asked last, the first if they never were. */
function nextItem(bank: BankIndex, id: string, last: string | undefined): Item | undefined {
  const items = (bank.question(id)?.items ?? []).map((item) => ({ item: item.id, of: item }));
  return itemAfter(items, last ?? '')?.of;
}

/**
 * What to ask after an item: the next one of its question; after the last, what the person has to be asked again; then what
 * one asks next and they never answered; then the next question of the topic. Null where the bank has nothing else.
 */
async function following(
  unit: PracticeUnits,
  { question: { id, topic }, item }: AskedItem,
  user: string,
  { bank, clock, related }: Options,
): Promise<{ readonly question: string; readonly item: string } | null> {
  const items = bank.question(id)?.items ?? [];
  const next = items[items.findIndex((each) => each.id === item.id) + 1];
  if (next !== undefined && next.id !== item.id) return { question: id, item: next.id };
  const all = await unit.memory.cards(user);
  const cards = new Map(all.map((card) => [card.question, card]));
  const until = dueBy(clock.wall());
  const due = all.filter((card) => card.due <= until).slice(0, dueSeen);
  const own = [...new Set(bank.items([topic], null).map(({ question }) => question.id))];
  const after = own.indexOf(id) + 1;
  const inTurn = [...own.slice(after), ...own.slice(0, after)];
  const unseen = [...related(id), ...inTurn].filter((other) => !cards.has(other));
  const candidates = [...due.map(({ question }) => question), ...unseen, ...inTurn];
  for (const other of candidates) {
    const found = other === id ? undefined : nextItem(bank, other, cards.get(other)?.item);
    if (found !== undefined) return { question: other, item: found.id };
  }
  return null;
}
