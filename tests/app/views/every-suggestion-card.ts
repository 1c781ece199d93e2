import type { Suggestion } from '../../../src/app/store/suggestion.ts';
import * as decisions from '../../../src/app/views/suggestion-decisions.ts';
import * as suggestions from '../../../src/app/views/suggestions.ts';
import { createSuggestionDesk } from '../../../src/suggestions.ts';
import { whole } from '../../search/bank.ts';
import type { Named } from './named-card.ts';
import { longName, userOf } from './quiz-samples.ts';

const { check } = createSuggestionDesk({ bankDirectory: '', folder: null, useBank: async () => {} });
const { subject, questions } = whole;

const longTitles = questions.toSorted((one, other) => other.title.length - one.title.length).slice(0, 3);
const among = { bank: '', questions: [], topics: subject.topics.map(({ id }) => id), answering: () => longTitles };

/** As long as anybody can type it, and full of what has to be escaped. */
const longest: Suggestion = {
  ...{ id: 'z'.repeat(8), scope: 'slack:T1', author: userOf(1), name: longName, state: 'open', at: 0, decidedAt: null },
  ...{ word: null, file: null },
  text: {
    question: `\`\`\`\n${`${'*'.repeat(55)}\n`.repeat(19)}\`\`\`\n${'_'.repeat(200)}. ${'W'.repeat(90)}?`,
    options: ['a', 'b', 'c', 'd'].map((one) => `${one.repeat(70)} -- ${'*'.repeat(240)}`).join('\n'),
    why: `${'*'.repeat(240)} https://bot.example/${'x'.repeat(250)}`,
    topic: subject.topics[0]?.id ?? '',
    level: 'medium',
  },
};
const stopped: Suggestion = {
  ...longest,
  state: 'draft',
  text: {
    ...longest.text,
    options: `${'`&amp; $$ <b>'.repeat(20)}\n`.repeat(4),
    why: '`&lt;'.repeat(150),
    topic: 'none',
  },
};
const good = await check(longest.text, among);
const bad = await check(stopped.text, among);
if (good.question === null || bad.question !== null) throw new Error('The samples are not what they are called.');
const word = 'W'.repeat(300);
const decided = { ...longest, state: 'declined', word } as const;

/** Every card about questions that people suggest. */
export function suggestionCards(): readonly Named[] {
  const { id } = longest;
  const own = Array.from({ length: 25 }, (_, no): Suggestion => {
    const states = ['open', 'draft', 'declined', 'accepted'] as const;
    const text = { ...longest.text, question: `${no} ${longest.text.question.slice(-200)}` };
    return { ...longest, text, id: `s${no}`, state: no < 10 ? (states[no % 2] ?? 'open') : 'declined', word };
  });
  return [
    ['suggest, nothing yet', suggestions.suggestCard([])],
    ['suggest, with many', suggestions.suggestCard(own)],
    ['suggested', suggestions.ownSuggestionCard(longest, good, subject)],
    ['suggestion, a draft', suggestions.ownSuggestionCard(stopped, bad, subject)],
    ['suggestion, previewed', suggestions.previewCard(good, subject)],
    ['suggestion, previewed too early', suggestions.previewCard(bad, subject)],
    ['suggestions, too many', suggestions.tooManySuggestionsCard()],
    ['suggestion, taken back', suggestions.droppedCard(longest)],
    ['suggestion, decided', suggestions.decidedCard(decided)],
    ['review', decisions.reviewCard(longest, good, { count: 5000, next: 's2' }, subject)],
    [
      'review of what is stopped',
      decisions.reviewCard({ ...stopped, name: null }, bad, { count: 1, next: null }, subject),
    ],
    ['review, nothing', decisions.nothingWaitsCard()],
    ['review, not yours', decisions.notReviewingCard()],
    ...(['asked', 'written', 'kept', 'failed'] as const).map(
      (filed): Named => [`accepted, ${filed}`, decisions.acceptedCard(longest, filed, id)],
    ),
    ['declined', decisions.declinedCard(decided, id)],
    ['decided before', decisions.decidedBeforeCard(id)],
    ['told, accepted', decisions.decisionCard(longest, longTitles[0]?.title ?? '')],
    ['told, declined', decisions.decisionCard(decided, null)],
  ];
}
