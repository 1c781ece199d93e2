import { expect, it } from 'vitest';
import { createAsking } from '../../../src/app/look-up/asking.ts';
import { createRecentAnswers } from '../../../src/app/look-up/recent-answers.ts';
import type { Card } from '../../../src/core/card.ts';
import type { SearchResult } from '../../../src/search/result.ts';
import { wordsOf } from '../words-of.ts';

const subject = {
  name: 'Seas',
  title: 'Seas',
  command: 'seas',
  bot: 'Seas',
  topics: [],
  examples: [],
  links: [],
} as never;

function asking(search: (query: string) => SearchResult) {
  const gaps: unknown[] = [];
  const ask = createAsking({
    subject,
    search: { search },
    find: () => [],
    answer: () => ({ body: [] }),
    recent: createRecentAnswers(),
    suggests: false,
    notes: { gap: (gap) => void gaps.push(gap) },
  });
  return {
    gaps,
    cardOf: async (query: string): Promise<Card> => {
      const outcome = ask(query, { caller: { user: 'ada', direct: false } as never });
      if (outcome.kind !== 'now') throw new Error('It was not answered from memory.');
      await outcome.afterwards?.();
      return outcome.reply.card;
    },
  };
}

it('what is asked again and again is shown by one card, and counted each time', async () => {
  const nothing: SearchResult = { verdict: 'nothing', confidence: 0, hits: [] };
  const { cardOf, gaps } = asking(() => nothing);
  const cards = [await cardOf('red herring'), await cardOf('red herring'), await cardOf('red herring')];
  expect(Object.isFrozen(cards[0])).toBe(false);
  expect(cards[2]).toBe(cards[1]);
  expect(Object.isFrozen(cards[2])).toBe(true);
  expect(gaps).toHaveLength(3);
});

it('two queries with one result are told apart', async () => {
  const nothing: SearchResult = { verdict: 'nothing', confidence: 0, hits: [] };
  const { cardOf } = asking(() => nothing);
  for (const query of ['red herring', 'red herring', 'blue whale', 'red herring', 'blue whale'])
    expect(wordsOf(await cardOf(query))).toContain(`“${query}”`);
});
