import { describe, expect, it } from 'vitest';
import { calibrate, certainty } from '../../src/search/calibration.ts';
import { createRanker } from '../../src/search/ranker.ts';
import { createSearch, noWords } from '../../src/search/search.ts';
import { bank, question, shipped } from './bank.ts';

describe('the threshold of a bank', () => {
  const ranker = createRanker(bank, shipped.words);
  const calibration = calibrate(bank, ranker);

  it('lets few questions through that the bank lacks', () => {
    expect(calibration.falseAnswers).toBeGreaterThan(0.05);
    expect(calibration.falseAnswers).toBeLessThan(0.17);
  });

  it('comes from asking a question while it is away', () => {
    const place = bank.findIndex(({ id }) => id === 'autoencoder');
    const title = bank[place]?.title ?? '';
    expect(certainty(ranker.rank(title), ranker)).toBeGreaterThan(calibration.answer);
    const away = ranker.without(place)(title);
    expect(away.ranked.map(({ document }) => document)).not.toContain(place);
    expect(certainty(away, ranker)).toBeLessThan(calibration.answer);
  });

  it('is as if the question had never been there', () => {
    const place = bank.findIndex(({ id }) => id === 'mnist');
    const others = bank.filter((_, other) => other !== place);
    const rest = createRanker(others, shipped.words);
    for (const query of ['what is padding', 'stride vs padding', 'how do i install pytorch']) {
      const away = ranker
        .without(place)(query)
        .ranked.map(({ document }) => bank[document]?.id);
      const never = rest.rank(query).ranked.map(({ document }) => others[document]?.id);
      expect(away[0], query).toBe(never[0]);
    }
  });

  it('is cautious in a bank that says little of itself', () => {
    expect(calibrate([], createRanker([], noWords))).toEqual({ answer: 0.55, falseAnswers: 0 });
    const one = createSearch({ questions: [question('wombat', 'What is a wombat?')] });
    expect(one.calibration.answer).toBeGreaterThan(0.45);
    expect(one.search('what is a wombat', 1).verdict).toBe('answer');
  });

  it('is taken as it is where it is known already', () => {
    const search = createSearch({ ...shipped, calibration: { answer: 1, falseAnswers: 0 } });
    expect(search.search('what is padding', 1).verdict).not.toBe('answer');
  });
});
