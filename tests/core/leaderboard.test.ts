import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ownLine, pageOf, rankRows } from '../../src/core/leaderboard.ts';

const row = (key: string, points: number) => ({ key, points });

describe('rankRows', () => {
  it('shares ranks among equals and leaves the next ones out, whatever the order', () => {
    const rows = [row('c', 5), row('a', 9), row('b', 9), row('d', 1)];
    const expected = [
      { key: 'a', points: 9, rank: 1 },
      { key: 'b', points: 9, rank: 1 },
      { key: 'c', points: 5, rank: 3 },
      { key: 'd', points: 1, rank: 4 },
    ];
    expect(rankRows(rows)).toEqual(expected);
    expect(rankRows(rows.toReversed())).toEqual(expected);
  });

  it('gives as rank how many have more points, plus one', () => {
    fc.assert(
      fc.property(fc.array(fc.nat({ max: 6 })), (points) => {
        const rows = points.map((each, index) => row(String(index), each));
        for (const { points: own, rank } of rankRows(rows)) {
          expect(rank).toBe(rows.filter((other) => other.points > own).length + 1);
        }
      }),
    );
  });
});

describe('pageOf', () => {
  const rows = [1, 2, 3, 4, 5];

  it('cuts pages, the last one short', () => {
    expect(pageOf(rows, 0, 2)).toEqual({ rows: [1, 2], page: 0, pages: 3 });
    expect(pageOf(rows, 2, 2)).toEqual({ rows: [5], page: 2, pages: 3 });
  });

  it('gives the nearest page for one that does not exist', () => {
    expect(pageOf(rows, 9, 2).page).toBe(2);
    expect(pageOf(rows, -1, 2).page).toBe(0);
    expect(pageOf(rows, Number.NaN, 2).page).toBe(0);
    expect(pageOf([], 3, 2)).toEqual({ rows: [], page: 0, pages: 1 });
  });
});

describe('ownLine', () => {
  it('finds one’s own rank on any page', () => {
    const ranked = rankRows(Array.from({ length: 50 }, (_, no) => row(`u${no}`, 100 - no)));
    expect(ownLine(ranked, 'u39')).toEqual({ key: 'u39', points: 61, rank: 40 });
    expect(ownLine(ranked, 'nobody')).toBeNull();
  });
});
