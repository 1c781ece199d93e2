import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createRandom } from '../../../src/core/quiz/random.ts';
import { pointsFor } from '../../../src/core/quiz/score.ts';
import { createTeams, teamScores } from '../../../src/core/quiz/teams.ts';

describe('pointsFor', () => {
  // Worked by hand from the rule.
  it.each([
    [0, 20_000, 1000],
    [2000, 30_000, 967],
    [10_000, 20_000, 750],
    [20_000, 20_000, 500],
    [25_000, 20_000, 500],
    [-5, 20_000, 1000],
  ])('after %i of %i ms gives %i', (ms, limit, points) => {
    expect(pointsFor(true, ms, limit)).toBe(points);
    expect(pointsFor(false, ms, limit)).toBe(0);
  });

  it('never gives more to the slower', () => {
    const ms = fc.integer({ min: 0, max: 300_000 });
    fc.assert(
      fc.property(ms, ms, fc.integer({ min: 5000, max: 300_000 }), (one, other, limit) => {
        const [fast, slow] = [Math.min(one, other), Math.max(one, other)];
        expect(pointsFor(true, fast, limit)).toBeGreaterThanOrEqual(pointsFor(true, slow, limit));
        expect(pointsFor(true, slow, limit)).toBeGreaterThanOrEqual(500);
      }),
    );
  });
});

describe('teamScores', () => {
  const teams = createTeams(3);
  const of = (team: number, ...points: readonly number[]) => points.map((each) => ({ team, points: each }));

  it('adds up the best k of each team, k being the size of the smallest', () => {
    const scores = teamScores(teams, [...of(0, 100, 900, 500), ...of(1, 400, 300), ...of(2, 0, 700)]);
    expect(scores.map(({ points }) => points)).toEqual([1400, 700, 700]);
  });

  it('leaves out teams that nobody is in', () => {
    expect(teamScores(teams, [...of(0, 5, 7), ...of(2, 9)]).map(({ no, points }) => [no, points])).toEqual([
      [0, 7],
      [2, 9],
    ]);
    expect(teamScores(teams, [])).toEqual([]);
  });

  it('is never less for one more member of a team that is not the smallest', () => {
    const points = fc.array(fc.integer({ min: 0, max: 9000 }), { minLength: 2, maxLength: 6 });
    fc.assert(
      fc.property(points, fc.integer({ min: 0, max: 9000 }), (members, one) => {
        const rival = of(1, 10, 20);
        const score = (list: readonly number[]) => teamScores(teams, [...of(0, ...list), ...rival])[0]?.points ?? -1;
        expect(score([...members, one])).toBeGreaterThanOrEqual(score(members));
      }),
    );
  });
});

describe('createRandom', () => {
  it('gives the numbers of mulberry32', () => {
    const chance = createRandom(0);
    expect([chance(), chance()].map((each) => each * 2 ** 32)).toEqual([1144304738, 1416247]);
  });
});
