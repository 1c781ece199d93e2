import type { Subject } from '../../core/bank.ts';
import type { Card } from '../../core/card.ts';
import type { Question } from '../../core/question.ts';
import type { Search } from '../../search/result.ts';
import type { PageLinks } from '../page-links.ts';
import { answerCard } from '../views/answer.ts';

const relatedShown = 3;

/** What the question names as asked next, and then its neighbours: at most `relatedShown` ids. */
export function relatedTo(
  { id, related = [] }: Pick<Question, 'id' | 'related'>,
  search: Pick<Search, 'related'>,
): readonly string[] {
  const found = search.related(id, relatedShown + related.length);
  return [...new Set([...related, ...found])].filter((other) => other !== id).slice(0, relatedShown);
}

type Options = {
  readonly subject: Subject;
  readonly search: Pick<Search, 'related'>;
  /** The questions of these ids, as far as the bank has them. */
  readonly find: (ids: readonly string[]) => readonly Question[];
  readonly links: () => PageLinks;
  /** Whether long answers are shown whole at once. */
  readonly whole: boolean;
};

export type AnswerCards = {
  /** The answer as it is shown first. In a conversation with the bot alone (`direct`) there is nobody to share it with. */
  readonly first: (question: Question, direct: boolean) => Card;
  /** All of a long answer, once somebody has asked for the rest. */
  readonly opened: (question: Question, direct: boolean) => Card;
};

/** A card is made once and kept; it is frozen, which lets an adapter keep what it made of it, too. */
export function createAnswerCards({ subject, search, find, links, whole }: Options): AnswerCards {
  const related = (question: Question) => find(relatedTo(question, search));
  const made = (extent: 'first' | 'opened' | 'whole', direct: boolean) =>
    keepByQuestion((question) =>
      answerCard(question, related(question), {
        ...{ subject, direct, extent },
        page: links().question(question.id),
      }),
    );
  const choose = (extent: 'first' | 'opened' | 'whole') => {
    const [toOne, toChannel] = [made(extent, true), made(extent, false)];
    return (question: Question, direct: boolean) => (direct ? toOne : toChannel)(question);
  };
  return { first: choose(whole ? 'whole' : 'first'), opened: choose('opened') };
}

function keepByQuestion(make: (question: Question) => Card): (question: Question) => Card {
  const kept = new Map<string, Card>();
  return (question) => {
    const card = kept.get(question.id) ?? Object.freeze(make(question));
    kept.set(question.id, card);
    return card;
  };
}
