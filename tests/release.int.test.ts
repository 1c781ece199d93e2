import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { version } from '../src/cli/version.ts';

const lock = JSON.parse(await readFile('package-lock.json', 'utf8'));
const changelog = await readFile('CHANGELOG.md', 'utf8');
const released = [...changelog.matchAll(/^## \[(.+)\] - (.+)$/gm)].map(([, number = '', date = '']) => ({
  number,
  date,
}));

/** Sorts as versions do, which are numbers between points. */
const inOrder = (one: string, other: string) => one.localeCompare(other, 'en', { numeric: true });

describe('a release', () => {
  it('has the same version in package.json, in the lock and at the top of the changelog', () => {
    expect([lock.version, lock.packages[''].version]).toEqual([version, version]);
    expect(released[0]?.number).toBe(version);
  });

  it('is told in the changelog newest first, each with its day', () => {
    const numbers = released.map(({ number }) => number);
    expect(numbers.length).toBeGreaterThan(1);
    expect(numbers).toEqual([...new Set(numbers)].toSorted(inOrder).toReversed());
    for (const { number, date } of released) {
      expect(number).toMatch(/^\d+\.\d+\.\d+$/);
      expect(Temporal.PlainDate.from(date).toString()).toBe(date);
    }
  });
});
