import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type AskedIds, type ItemIds, pickDaily } from '../../../src/core/daily/pick.ts';

function items(question: string, count: number): readonly ItemIds[] {
  return Array.from({ length: count }, (_, item) => ({ question, item: `i${item}` }));
}

function pool(sizes: Readonly<Record<string, number>>): readonly ItemIds[] {
  return Object.entries(sizes).flatMap(([question, count]) => items(question, count));
}

function ask(days: number, bank: readonly ItemIds[], history: ItemIds[] = [], seed = 'channel'): readonly ItemIds[] {
  const before = history.length;
  for (let day = 0; day < days; day += 1) {
    const picked = pickDaily({ pool: bank, history, seed });
    if (picked !== null) history.push(picked);
  }
  return history.slice(before);
}

const questions = (asked: readonly ItemIds[]) => asked.map(({ question }) => question);
const texts = (asked: readonly ItemIds[]) => asked.map(({ question, item }) => `${question}#${item}`);

describe('pickDaily', () => {
  it('has nothing to ask from an empty pool', () => {
    expect(pickDaily({ pool: [], history: [{ question: 'gone', item: 'i0' }], seed: '' })).toBeNull();
  });

  it('asks every question once, then every other item once, and then all again in the same order', () => {
    const bank = pool({ a: 2, b: 2, c: 2, d: 2 });
    const asked = ask(16, bank);
    expect(new Set(questions(asked.slice(0, 4))).size).toBe(4);
    expect(questions(asked.slice(4, 8))).toEqual(questions(asked.slice(0, 4)));
    expect(new Set(texts(asked.slice(0, 8))).size).toBe(8);
    expect(asked.slice(8)).toEqual(asked.slice(0, 8));
  });

  it('asks in an order that depends on the seed alone', () => {
    const bank = pool(Object.fromEntries(Array.from({ length: 30 }, (_, index) => [`q${index}`, 1])));
    expect(ask(30, bank.toReversed())).toEqual(ask(30, bank));
    expect(ask(30, bank, [], 'another channel')).not.toEqual(ask(30, bank));
    expect(ask(30, bank)).not.toEqual(bank);
  });

  it('puts a new question first and forgets a removed one, leaving the order of the others', () => {
    const bank = pool({ a: 1, b: 1, c: 1, d: 1, e: 1 });
    const plan = questions(ask(5, bank));
    const history: ItemIds[] = [];
    ask(5, bank, history);
    expect(questions(ask(1, [...bank, ...items('new', 1)], history))).toEqual(['new']);
    const shrunk = bank.filter(({ question }) => question !== plan[1]);
    expect(questions(ask(4, shrunk, history))).toEqual(plan.filter((question) => question !== plan[1]));
  });

  it('remembers a question that was away, and one asked under another filter', () => {
    const history: ItemIds[] = [{ question: 'a', item: 'i0' }];
    expect(questions(ask(2, pool({ a: 3, b: 1, c: 1 }), history)).toSorted()).toEqual(['b', 'c']);
  });

  it('asks anew what has another key now, though not before the questions that have not come at all', () => {
    const renewed: AskedIds[] = [
      { question: 'a', item: null },
      { question: 'b', item: 'i0' },
    ];
    const bank = pool({ a: 1, b: 2, c: 1 });
    const asked = Array.from({ length: 3 }, () => {
      const picked = pickDaily({ pool: bank, history: renewed, seed: 'channel' });
      if (picked !== null) renewed.push(picked);
      return picked;
    });
    expect(texts(asked.filter((one) => one !== null))).toEqual(['c#i0', 'a#i0', 'b#i1']);
  });

  it('keeps what else an entry carries', () => {
    const entry = { question: 'a', item: 'i0', level: 'easy' };
    expect(pickDaily({ pool: [entry], history: [], seed: '' })).toBe(entry);
  });

  it('never repeats before the pool is exhausted, over any days and changes of the bank', () => {
    const bank = fc.dictionary(fc.constantFrom(...'abcdefgh'), fc.integer({ min: 1, max: 3 }), {
      minKeys: 1,
      noNullPrototype: true,
    });
    fc.assert(
      fc.property(
        fc.array(fc.tuple(bank, fc.integer({ min: 0, max: 12 })), { maxLength: 8 }),
        fc.string(),
        (phases, seed) => {
          const history: ItemIds[] = [];
          for (const [sizes, days] of phases) {
            const now = pool(sizes);
            for (let day = 0; day < days; day += 1) {
              const askedQuestions = new Set(questions(history));
              const askedItems = new Set(texts(history));
              const [picked] = ask(1, now, history, seed);
              if (picked === undefined) throw new Error('nothing was picked');
              const [text = ''] = texts([picked]);
              const freshQuestion = now.some(({ question }) => !askedQuestions.has(question));
              const freshItem = texts(now).some((candidate) => !askedItems.has(candidate));
              if (freshQuestion) expect(askedQuestions).not.toContain(picked.question);
              if (freshItem) expect(askedItems).not.toContain(text);
              if (!freshItem) {
                const since = texts(history).slice(0, -1).lastIndexOf(text);
                const later = new Set(texts(history.slice(since + 1)));
                expect(texts(now).filter((candidate) => !later.has(candidate))).toEqual([]);
              }
            }
          }
        },
      ),
      { numRuns: 200 },
    );
  });
});
