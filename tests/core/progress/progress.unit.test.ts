import { describe, expect, it } from 'vitest';
import type { MemoryCard } from '../../../src/core/memory/memory-card.ts';
import { isLearned, lately, progressOf, weeksShown } from '../../../src/core/progress/progress.ts';

const day = 86_400_000;
const now = 1000 * day;

function cardOf(question: string, changed: Partial<MemoryCard> = {}): MemoryCard {
  const last = now - day;
  return { question, item: 'i', due: now, stability: 5, difficulty: 5, answered: 1, missed: 0, last, ...changed };
}

/** Questions are named by their topic and a number; those of a topic `gone` are not in the bank any more. */
const topicOf = (question: string) => (question.startsWith('gone') ? undefined : question.split('-')[0]);
const read = (cards: readonly MemoryCard[], weeks: Parameters<typeof progressOf>[0]['weeks'] = []) =>
  progressOf({ cards, weeks, topicOf, questions: 10, now });

describe('progress', () => {
  it('counts what is due today, half a day ahead, and within the six days after', () => {
    const dues = [-3 * day, day / 2, day / 2 + 1, 6.5 * day, 6.5 * day + 1];
    const { today, week } = read(dues.map((due, no) => cardOf(`tensors-${no}`, { due: now + due })));
    expect([today, week]).toEqual([2, 4]);
  });

  it('calls learned what nine of ten will still know after 90 days', () => {
    expect([isLearned({ stability: 89.9 }), isLearned({ stability: 90 })]).toEqual([false, true]);
    const cards = [cardOf('tensors-1', { stability: 200 }), cardOf('tensors-2')];
    expect(read(cards)).toMatchObject({ learned: 1, met: 2, questions: 10 });
  });

  it('leaves out what the bank has no more', () => {
    const weeks = [{ topic: 'gone', week: 0, answered: 3, correct: 0 }];
    expect(read([cardOf('gone-1', { stability: 200 })], weeks)).toMatchObject({
      met: 0,
      learned: 0,
      answered: 0,
      topics: [],
    });
  });

  it('tells topics apart, the weakest first, and each week by week with the oldest first', () => {
    const cards = [
      cardOf('tensors-1', { answered: 4, missed: 1 }),
      cardOf('tensors-2', { answered: 2, missed: 0 }),
      cardOf('vision-1', { answered: 3, missed: 2 }),
    ];
    const weeks = [
      { topic: 'tensors', week: 0, answered: 2, correct: 1 },
      { topic: 'tensors', week: weeksShown - 1, answered: 1, correct: 1 },
    ];
    const { topics, answered, correct } = read(cards, weeks);
    expect([answered, correct]).toEqual([9, 6]);
    expect(topics.map(({ topic, ...each }) => [topic, each.answered, each.correct])).toEqual([
      ['vision', 3, 1],
      ['tensors', 6, 5],
    ]);
    const [, tensors] = topics;
    expect(tensors?.weeks).toHaveLength(weeksShown);
    expect([tensors?.weeks[0], tensors?.weeks.at(-1)]).toEqual([
      { answered: 1, correct: 1 },
      { answered: 2, correct: 1 },
    ]);
    expect(tensors === undefined ? null : lately(tensors, 4)).toEqual({ answered: 2, correct: 1 });
  });
});
