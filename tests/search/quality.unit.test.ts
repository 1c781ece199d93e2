import { describe, expect, it } from 'vitest';
import { readLabelledBanks } from '../../bench/labelled-sets.ts';
import { measureSearch } from '../../bench/quality.ts';
import { createSearch } from '../../src/search/search.ts';

const measured = new Map(
  (await readLabelledBanks()).flatMap((bank) => {
    const search = createSearch(bank);
    return bank.sets.map(({ name, queries }) => [name, measureSearch(queries, search)]);
  }),
);

describe('labelled queries are found, and the search knows when', () => {
  it.each([
    { set: 'real people', recallAt1: 0.92, recallAt3: 0.97, right: 0.7, wrong: 0.03, near: 0.25, foreign: 0.03 },
    { set: 'own, dev', recallAt1: 0.92, recallAt3: 0.95, right: 0.75, wrong: 0.035, near: 0.16, foreign: 0.01 },
    { set: 'own, reserved', recallAt1: 0.8, recallAt3: 0.89, right: 0.57, wrong: 0.025, near: 0.2, foreign: 0.01 },
    { set: 'new, dev', recallAt1: 0.95, recallAt3: 0.97, right: 0.77, wrong: 0.01, near: 0.15, foreign: 0.01 },
    { set: 'new, reserved', recallAt1: 0.8, recallAt3: 0.9, right: 0.55, wrong: 0.04, near: 0.2, foreign: 0.01 },
    { set: 'git', recallAt1: 0.77, recallAt3: 0.88, right: 0.49, wrong: 0.03, near: 0.04, foreign: 0.025 },
    { set: 'linux', recallAt1: 0.76, recallAt3: 0.86, right: 0.46, wrong: 0.03, near: 0.045, foreign: 0.025 },
    { set: 'statistics', recallAt1: 0.73, recallAt3: 0.83, right: 0.41, wrong: 0.01, near: 0.055, foreign: 0.01 },
  ])('of $set', ({ set, recallAt1, recallAt3, right, wrong, near, foreign }) => {
    const quality = measured.get(set);
    expect(quality?.recallAt1).toBeGreaterThanOrEqual(recallAt1);
    expect(quality?.recallAt3).toBeGreaterThanOrEqual(recallAt3);
    expect(quality?.rightAndConfident).toBeGreaterThanOrEqual(right);
    expect(quality?.wrongAndConfident).toBeLessThanOrEqual(wrong);
    expect(quality?.falseNear).toBeLessThanOrEqual(near);
    expect(quality?.falseForeign).toBeLessThanOrEqual(foreign);
  });
});
