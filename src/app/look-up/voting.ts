import type { Card } from '../../core/card.ts';
import type { Question } from '../../core/question.ts';
import type { Search } from '../../search/result.ts';
import type { Caller } from '../ports.ts';
import { voteDownCard, votedBeforeCard, voteUpCard } from '../views/feedback.ts';
import type { RecentAnswers } from './recent-answers.ts';
import type { Votes } from './votes.ts';

const othersShown = 3;

type Options = {
  readonly search: Pick<Search, 'search'>;
  /** The questions of these ids, as far as the bank has them. */
  readonly find: (ids: readonly string[]) => readonly Question[];
  readonly recent: RecentAnswers;
  readonly votes: Votes;
};

/** One vote of a person for an answer: the last one counts, and the same again changes nothing. */
export function createVoting({ search, find, recent, votes }: Options): {
  readonly up: (question: Question, caller: Caller) => Promise<Card>;
  /** Shows what else may have been meant. */
  readonly down: (question: Question, caller: Caller) => Promise<Card>;
} {
  return {
    up: async ({ id }, caller) => {
      const { voted } = recent.vote(caller.user, id, true);
      if (await votes.takeBack(caller, id)) return voteUpCard(true);
      return voted === 'up' ? votedBeforeCard() : voteUpCard(false);
    },
    down: async ({ id, title }, caller) => {
      const { query, voted } = recent.vote(caller.user, id, false);
      if (!(await votes.down(caller, { query: query ?? '', question: id }))) return votedBeforeCard();
      const others = find(search.search(query ?? title, othersShown + 1).hits.map((hit) => hit.id));
      const shown = others.filter((other) => other.id !== id).slice(0, othersShown);
      if (query !== undefined) for (const other of shown) recent.note(caller.user, other.id, query, 'show');
      return voteDownCard(shown, voted === 'up');
    },
  };
}
