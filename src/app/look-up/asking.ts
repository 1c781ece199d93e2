import type { Subject } from '../../core/bank.ts';
import type { Card } from '../../core/card.ts';
import type { CommandSlip } from '../../core/command-slip.ts';
import { commandSlip } from '../../core/command-slip.ts';
import { courtesyOf } from '../../core/courtesy.ts';
import type { Question } from '../../core/question.ts';
import type { Search, SearchResult } from '../../search/result.ts';
import type { Circumstances } from '../dispatch/feature.ts';
import { reply } from '../dispatch/feature.ts';
import type { Outcome } from '../ports.ts';
import type { Gap } from '../store/gap.ts';
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
  /** Questions can be suggested. */
  readonly suggests: boolean;
};

/** What is shown where the bank has no certain answer: the questions that it offers, and what the bank lacks. */
type Offer = {
  readonly card: Card;
  readonly choices: readonly Question[];
  readonly gap: Pick<Gap, 'kind' | 'query' | 'question'> | null;
};

/** Answers a query as far as the search is sure; what it is not sure of becomes a gap, unless it was no question. */
export function createAsking({ subject, search, find, answer, recent, notes, suggests }: Options) {
  const offerOf = keepRepeated((result, query) => offer(query, result.verdict, find(result.hits.map(({ id }) => id))));

  function offer(query: string, verdict: SearchResult['verdict'], closest: readonly Question[]): Offer {
    const [first, ...others] = closest;
    if (first === undefined || verdict === 'nothing') return refuse(query);
    const isPartial = verdict === 'partial';
    const slip = isPartial ? null : commandSlip(query, subject.topics);
    if (slip?.certain === true) return { card: commandSlipCard(slip), choices: [], gap: null };
    const card = isPartial ? partialCard(query, first, others) : unsureCard(query, closest);
    const kind = isPartial ? verdict : 'unsure';
    return { card: withHint(card, slip), choices: closest, gap: { kind, query, question: first.id } };
  }

  function refuse(query: string): Offer {
    if (!/\p{L}|\p{N}/u.test(query)) return { card: noWordsCard(subject), choices: [], gap: null };
    const slip = commandSlip(query, subject.topics);
    // `random forest` and `daily standup` may be questions, so that they are told and counted as such, too.
    if (slip !== null && slip.kind !== 'random' && slip.kind !== 'daily')
      return { card: commandSlipCard(slip), choices: [], gap: null };
    const gap = { kind: 'unanswered', query, question: '' } as const;
    return { card: withHint(nothingCard(query, suggests), slip), choices: [], gap };
  }

  return (query: string, { caller: { user, direct } }: Pick<Circumstances, 'caller'>): Outcome => {
    const courtesy = courtesyOf(query);
    if (courtesy !== null) return reply(courtesyCard(courtesy));
    const result = search.search(query, offered);
    const [first] = result.verdict === 'answer' ? find(result.hits.map(({ id }) => id)) : [];
    if (first !== undefined) {
      recent.note(user, first.id, query, null);
      return reply(answer(first, direct));
    }
    const { card, choices, gap } = offerOf(result, query);
    for (const { id } of choices) recent.note(user, id, query, 'choose');
    return gap === null ? reply(card) : reply(card, 'new', async () => notes.gap(gap));
  };
}

/**
 * What a query is offered, kept from the second time on that its remembered result is asked for: most are never asked again. The
 * card is frozen then, which lets an adapter keep what it made of it, too.
 */
function keepRepeated(
  make: (result: SearchResult, query: string) => Offer,
): (result: SearchResult, query: string) => Offer {
  const seen = new WeakMap<SearchResult, { readonly query: string; readonly offer: Offer | null }>();
  return (result, query) => {
    const before = seen.get(result);
    const isRepeated = before?.query === query;
    if (isRepeated && before.offer !== null) return before.offer;
    const made = make(result, query);
    seen.set(result, { query, offer: isRepeated ? { ...made, card: Object.freeze(made.card) } : null });
    return made;
  };
}

function withHint(card: Card, slip: CommandSlip | null): Card {
  return slip === null ? card : { ...card, body: [...card.body, commandHint(slip)] };
}
