import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { itemKey } from '../../../src/core/asked-item.ts';
import type { PickRequest, PoolItem } from '../../../src/core/quiz/pick.ts';
import { pickItems } from '../../../src/core/quiz/pick.ts';
import type { Choice } from '../../../src/core/quiz/state.ts';

const correctOf = (index: number): Choice => ([0, 1, 2, 3] as const)[index % 4] ?? 0;

/** `questions` questions with `items` items each, topics t0 and t1 by turns. */
function poolOf(questions: number, items: number): readonly PoolItem[] {
  return Array.from({ length: questions * items }, (_, index) => {
    const no = Math.floor(index / items);
    const [item, asked] = [`i${index % items}`, `h${index}`];
    return { question: `q${no}`, item, asked, correct: correctOf(index), topic: `t${no % 2}`, level: 'easy' };
  });
}

function picked(request: Partial<PickRequest>) {
  const all = {
    pool: poolOf(20, 2),
    count: 10,
    topics: [],
    level: null,
    lastAsked: new Map(),
    conflicts: new Map(),
    misfits: null,
    fewer: false,
    seed: 1,
    ...request,
  };
  const result = pickItems(all);
  return result.kind === 'picked' ? result.questions : [];
}

describe('pickItems', () => {
  it('says how many there are when the filter leaves too few', () => {
    const request = {
      pool: poolOf(4, 2),
      count: 5,
      topics: ['t1'],
      level: 'easy',
      lastAsked: new Map(),
      conflicts: new Map(),
      misfits: null,
      fewer: false,
      seed: 1,
    };
    expect(pickItems(request)).toEqual({ kind: 'too-few', available: 4 });
    expect(pickItems({ ...request, level: 'hard' })).toEqual({ kind: 'too-few', available: 0 });
  });

  it('takes as many as there are where nobody said how many', () => {
    expect(picked({ pool: poolOf(4, 1), count: 10, fewer: true })).toHaveLength(4);
    expect(picked({ pool: poolOf(20, 1), count: 10, fewer: true })).toHaveLength(10);
  });

  it('picks from the topics asked for', () => {
    expect(picked({ topics: ['t1'] }).every(({ question }) => Number(question.slice(1)) % 2 === 1)).toBe(true);
  });

  it('takes what fits best first, of a question as well, and what was not asked here yet before it', () => {
    const pool = poolOf(6, 2);
    const misfits = new Map(pool.map((item, no) => [itemKey(item.question, item.item), no === 3 || no > 7 ? 0 : 4]));
    const fitting = picked({ pool, misfits, count: 3 }).map(({ question, item }) => itemKey(question, item));
    expect(new Set(fitting)).toEqual(new Set(['q1#i1', ...fitting.filter((key) => /^q[45]#/.test(key))]));
    expect(fitting).toHaveLength(3);
    const lastAsked = new Map(
      pool.filter(({ asked }) => asked !== 'h0').map((item) => [itemKey(item.question, item.item), 5]),
    );
    expect(picked({ pool, misfits, lastAsked, count: 1 })).toMatchObject([{ question: 'q0', item: 'i0' }]);
  });

  it('takes those never asked first, then those asked longest ago', () => {
    const pool = poolOf(6, 1);
    const lastAsked = new Map([0, 1, 2, 3].map((no) => [itemKey(`q${no}`, 'i0'), 100 - no]));
    expect(new Set(picked({ pool, count: 4, lastAsked }).map(({ question }) => question))).toEqual(
      new Set(['q2', 'q3', 'q4', 'q5']),
    );
  });

  it('prefers another question to a fresh item of the same one', () => {
    const pool = poolOf(3, 2);
    const lastAsked = new Map(
      ['q1', 'q2'].flatMap((id) => ['i0', 'i1'].map((item) => [itemKey(id, item), 5] as const)),
    );
    expect(new Set(picked({ pool, count: 3, lastAsked }).map(({ question }) => question)).size).toBe(3);
  });

  it('picks differently from another seed and alike from the same', () => {
    expect(picked({ seed: 7 })).toEqual(picked({ seed: 7 }));
    expect(picked({ seed: 7 })).not.toEqual(picked({ seed: 8 }));
  });

  it('never picks twice, shuffles all four options, keeps the right one right', () => {
    const sizes = fc.record({
      questions: fc.integer({ min: 1, max: 25 }),
      items: fc.integer({ min: 1, max: 3 }),
      count: fc.integer({ min: 1, max: 50 }),
      seed: fc.integer(),
    });
    fc.assert(
      fc.property(sizes, ({ questions, items, count, seed }) => {
        const pool = poolOf(questions, items);
        const chosen = picked({ pool, count, seed });
        expect(chosen).toHaveLength(count <= pool.length ? count : 0);
        expect(new Set(chosen.map(({ question, item }) => itemKey(question, item))).size).toBe(chosen.length);
        const perQuestion = [...Map.groupBy(chosen, ({ question }) => question).values()].map(({ length }) => length);
        if (chosen.length > 0) expect(Math.max(...perQuestion)).toBe(Math.ceil(count / questions));
        for (const { question, item, asked, order, correct } of chosen) {
          expect(order.toSorted()).toEqual([0, 1, 2, 3]);
          const from = pool.find((one) => one.question === question && one.item === item);
          expect([order[correct], asked]).toEqual([from?.correct, from?.asked]);
        }
      }),
    );
  });

  it('puts the right option at every letter over many quizzes, and every wrong one everywhere', () => {
    const seen = new Map<string, number>();
    for (let seed = 0; seed < 400; seed += 1) {
      const [only] = picked({ pool: poolOf(1, 1), count: 1, seed });
      const key = only?.order.join('') ?? '';
      seen.set(key, (seen.get(key) ?? 0) + 1);
    }
    expect(seen.size).toBe(24);
    expect(Math.max(...seen.values())).toBeLessThan(45);
  });
});
