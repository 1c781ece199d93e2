import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { itemKey } from '../../../src/core/asked-item.ts';
import type { Item } from '../../../src/core/question.ts';
import type { Conflicts } from '../../../src/core/quiz/conflicts.ts';
import { conflictsOf } from '../../../src/core/quiz/conflicts.ts';
import type { PoolItem } from '../../../src/core/quiz/pick.ts';
import { pickItems } from '../../../src/core/quiz/pick.ts';

/** The key of the only item of a question; each has words of its own. */
const keyOf = (no: number) => itemKey(`q${no}`, 'only');
const itemOf = (no: number, conflicts: readonly number[]): Item => ({
  ...{ id: 'only', stem: `alpha${no} beta${no} gamma${no}`, conflicts: conflicts.map(keyOf) },
  options: ['a', 'b', 'c', 'd'].map((text, place) => ({ text: `${text}${no}`, correct: place === 0, why: 'So.' })),
});

/** Of each question the numbers of those that its item names. */
const bankOf = (named: readonly (readonly number[])[]) =>
  named.map((conflicts, no) => ({ id: `q${no}`, items: [itemOf(no, conflicts)] }));

const poolOf = (size: number): readonly PoolItem[] =>
  Array.from({ length: size }, (_, no) => {
    return { ...{ question: `q${no}`, item: 'only', asked: `h${no}`, correct: 0 }, topic: 't', level: 'easy' };
  });

function pick(
  size: number,
  count: number,
  conflicts: Conflicts,
  seed = 1,
  lastAsked = new Map<string, number>(),
  fewer = false,
) {
  const picked = pickItems({
    ...{ pool: poolOf(size), count, topics: [], level: null },
    lastAsked,
    conflicts,
    misfits: null,
    seed,
    fewer,
  });
  return picked.kind === 'picked' ? picked.questions.map(({ question, item }) => itemKey(question, item)) : [];
}

const brokenAmong = (keys: readonly string[], conflicts: Conflicts) =>
  keys.flatMap((one, at) => keys.slice(at + 1).filter((other) => conflicts.get(one)?.has(other)));

/** The most items of which no two are in conflict, by trying all. */
function mostApart(size: number, conflicts: Conflicts): number {
  const sets = Array.from({ length: 2 ** size }, (_, bits) =>
    Array.from({ length: size }, (_, no) => no)
      .filter((no) => (bits >> no) & 1)
      .map(keyOf),
  );
  return Math.max(...sets.filter((keys) => brokenAmong(keys, conflicts).length === 0).map(({ length }) => length));
}

describe('items that give each other away', () => {
  it('stand in conflict, whichever of them names the other', () => {
    const conflicts = conflictsOf(bankOf([[1], [], []]));
    expect(conflicts.get(keyOf(0))).toEqual(new Set([keyOf(1)]));
    expect(conflicts.get(keyOf(1))).toEqual(new Set([keyOf(0)]));
    expect(conflicts.has(keyOf(2))).toBe(false);
  });

  it('stand in conflict without being named, if they are nearly the same', () => {
    const [first, second] = [itemOf(7, []), { ...itemOf(7, []), id: 'again' }];
    const conflicts = conflictsOf([...bankOf([[], []]), { id: 'q7', items: [first] }, { id: 'q8', items: [second] }]);
    expect([...conflicts.keys()].toSorted()).toEqual(['q7#only', 'q8#again']);
  });

  it('are never in one quiz as long as there are enough others', () => {
    // Each names at most one, so that the most that go together are found for certain.
    const named = fc.integer({ min: 2, max: 8 }).chain((size) =>
      fc.record({
        names: fc.array(fc.option(fc.integer({ min: 0, max: size - 1 })), { minLength: size, maxLength: size }),
        count: fc.integer({ min: 1, max: size }),
        seed: fc.integer(),
      }),
    );
    fc.assert(
      fc.property(named, ({ names, count, seed }) => {
        const conflicts = conflictsOf(bankOf(names.map((no, own) => (no === null || no === own ? [] : [no]))));
        for (const [one, others] of conflicts) for (const other of others) expect(conflicts.get(other)).toContain(one);
        const keys = pick(names.length, count, conflicts, seed);
        expect(new Set(keys).size).toBe(count);
        if (count <= mostApart(names.length, conflicts)) expect(brokenAmong(keys, conflicts)).toEqual([]);
      }),
    );
  });

  it('leave whatever else there is, also what was asked already and another item of the same question', () => {
    const conflicts = conflictsOf(bankOf([[1], [], []]));
    const lastAsked = new Map([[keyOf(2), 5]]);
    for (let seed = 0; seed < 20; seed += 1) expect(pick(3, 2, conflicts, seed, lastAsked)).toContain(keyOf(2));
  });

  it('are not asked together where nobody said how many', () => {
    const star = conflictsOf(bankOf([[1, 2, 3], [], [], []]));
    for (let seed = 0; seed < 20; seed += 1) {
      expect(pick(4, 4, star, seed, new Map(), true).toSorted()).toEqual([keyOf(1), keyOf(2), keyOf(3)]);
      expect(pick(4, 10, star, seed, new Map(), true)).toHaveLength(3);
    }
    expect(pick(0, 10, star, 1, new Map(), true)).toEqual([]);
  });

  it('are asked together rather than none, those with the fewest conflicts, and last', () => {
    const star = conflictsOf(bankOf([[1, 2, 3], [], [], []]));
    for (let seed = 0; seed < 20; seed += 1) {
      expect(pick(4, 3, star, seed).toSorted()).toEqual([keyOf(1), keyOf(2), keyOf(3)]);
      expect(pick(4, 4, star, seed).at(-1)).toBe(keyOf(0));
    }
    const three = conflictsOf(bankOf([[1, 2], [2], []]));
    expect(pick(3, 3, three)).toHaveLength(3);
  });
});
