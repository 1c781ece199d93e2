import type { Subject } from '../../core/bank.ts';
import type { Card } from '../../core/card.ts';
import type { Question } from '../../core/question.ts';
import type { Search } from '../../search/result.ts';
import type { PageLinks } from '../page-links.ts';
import { answerCard } from '../views/answer.ts';

const relatedShown = 3;

type Options = {
  readonly subject: Subject;
  readonly search: Pick<Search, 'related'>;
  /** The questions of these ids, as far as the bank has them. */
  readonly find: (ids: readonly string[]) => readonly Question[];
  readonly links: () => PageLinks;
};

/** A card is made once and kept, which lets an adapter keep what it made of it, too. */
export function createAnswerCards({
  subject,
  search,
  find,
  links,
}: Options): (question: Question, direct: boolean) => Card {
  const kept = { direct: new Map<string, Card>(), channel: new Map<string, Card>() };
  return (question, direct) => {
    const known = kept[direct ? 'direct' : 'channel'];
    const make = () => {
      const related = find(search.related(question.id, relatedShown));
      return answerCard(question, related, { subject, direct, page: links().question(question.id) });
    };
    const card = known.get(question.id) ?? make();
    known.set(question.id, card);
    return card;
  };
}
