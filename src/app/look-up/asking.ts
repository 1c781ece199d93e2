import type { Subject } from '../../core/bank.ts';
import type { Card } from '../../core/card.ts';
import { commandSlip } from '../../core/command-slip.ts';
import { courtesyOf } from '../../core/courtesy.ts';
import type { Question } from '../../core/question.ts';
import type { Search } from '../../search/result.ts';
import type { Circumstances } from '../dispatch/feature.ts';
import { reply } from '../dispatch/feature.ts';
import type { Outcome } from '../ports.ts';
import { commandHint, commandSlipCard } from '../views/command-slip.ts';
import { courtesyCard } from '../views/courtesy.ts';
import { nothingCard, noWordsCard, unsureCard } from '../views/not-found.ts';
import { partialCard } from '../views/partial.ts';
import type { Notes } from './notes.ts';
import type { RecentAnswers } from './recent-answers.ts';

/** Most questions that are offered where none is certain. */
const offered = 3;

type Options = {
  readonly subject: Subject;
  readonly search: Pick<Search, 'search'>;
  /** The questions of these ids, as far as the bank has them. */
  readonly find: (ids: readonly string[]) => readonly Question[];
  readonly answer: (question: Question, direct: boolean) => Card;
  readonly recent: RecentAnswers;
  readonly notes: Pick<Notes, 'gap'>;
};

/** Answers a query as far as the search is sure; what it is not sure of becomes a gap, unless it was no question. */
export function createAsking({ subject, search, find, answer, recent, notes }: Options) {
  function offer(
    query: string,
    verdict: 'partial' | 'unsure',
    closest: readonly [Question, ...Question[]],
    user: string,
  ) {
    const slip = verdict === 'unsure' ? commandSlip(query, subject.topics) : null;
    if (slip?.certain === true) return reply(commandSlipCard(slip));
    for (const { id } of closest) recent.note(user, id, query, 'choose');
    const [first, ...others] = closest;
    const card = verdict === 'partial' ? partialCard(query, first, others) : unsureCard(query, closest);
    return reply(slip === null ? card : withHint(card, commandHint(slip)), 'new', async () =>
      notes.gap({ kind: verdict, query, question: first.id }),
    );
  }

  function refuse(query: string): Outcome {
    if (!/\p{L}|\p{N}/u.test(query)) return reply(noWordsCard(subject));
    const slip = commandSlip(query, subject.topics);
    // `random forest` may be a question, so that it is told and counted as one, too.
    if (slip !== null && slip.kind !== 'random') return reply(commandSlipCard(slip));
    const card = slip === null ? nothingCard(query) : withHint(nothingCard(query), commandHint(slip));
    return reply(card, 'new', async () => notes.gap({ kind: 'unanswered', query, question: '' }));
  }

  return (query: string, { caller: { user, direct } }: Pick<Circumstances, 'caller'>): Outcome => {
    const courtesy = courtesyOf(query);
    if (courtesy !== null) return reply(courtesyCard(courtesy));
    const { verdict, hits } = search.search(query, offered);
    const [first, ...others] = find(hits.map(({ id }) => id));
    if (first === undefined || verdict === 'nothing') return refuse(query);
    if (verdict !== 'answer') return offer(query, verdict, [first, ...others], user);
    recent.note(user, first.id, query, null);
    return reply(answer(first, direct));
  };
}

function withHint(card: Card, hint: Card['body'][number]): Card {
  return { ...card, body: [...card.body, hint] };
}
