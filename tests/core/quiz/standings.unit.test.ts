import { describe, expect, it } from 'vitest';
import { missedBy, resultOf } from '../../../src/core/quiz/result.ts';
import { revealOf } from '../../../src/core/quiz/reveal.ts';
import { standings, standingsAfter, teamStandingsAfter } from '../../../src/core/quiz/standings.ts';
import type { Choice, QuizState } from '../../../src/core/quiz/state.ts';
import type { Happening } from './given.ts';
import { asking, click, clickOn, given, join, opened, order, out, skip, timer } from './given.ts';

type Click = readonly [user: string, choice: Choice, ms: number];

/** Plays the questions one after another from question 0 running; the right option is B. */
function play(state: QuizState, ...rounds: readonly (readonly Click[])[]): QuizState {
  return rounds.reduce((so, clicks, no) => {
    const at = 1000 + no * 30_000;
    const before: readonly Happening[] = no === 0 ? [] : [[at - 500, timer('reveal', no - 1)], out(no, at)];
    const clicked = clicks.map(([user, choice, ms]) => clickOn(no, user, choice, at + ms));
    return given(so).when(...before, ...clicked, [at + 20_000, timer('close', no)]).state;
  }, state);
}

const first: readonly Click[] = [
  ['ann', 1, 4000],
  ['bob', 1, 2000],
  ['cid', 0, 1000],
  ['dan', 1, 4000],
];
const second: readonly Click[] = [
  ['ann', 1, 2000],
  ['bob', 2, 9000],
  ['dan', 3, 3000],
];
const two = play(asking(['ann', 'bob', 'cid', 'dan', 'eve']), first, second);

describe('standings', () => {
  it('share ranks among equal points, and name the one who used less time first', () => {
    expect(standingsAfter(two, 0).map(({ user, rank, points }) => [user, rank, points])).toEqual([
      ['bob', 1, 950],
      ['ann', 2, 900],
      ['dan', 2, 900],
      ['cid', 4, 0],
      ['eve', 4, 0],
    ]);
  });

  it('tell who moved, and nobody does at the first question', () => {
    expect(standingsAfter(two, 0).every(({ moved }) => moved === 0)).toBe(true);
    expect(standings(two).map(({ user, rank, moved }) => [user, rank, moved])).toEqual([
      ['ann', 1, 1],
      ['bob', 2, -1],
      ['dan', 3, -1],
      ['cid', 4, 0],
      ['eve', 4, 0],
    ]);
  });

  it('do not tell of answers to a question that is still open', () => {
    given(asking(['ann', 'bob']))
      .when(click('ann', 1, 2000))
      .thenTaken()
      .thenPoints({ ann: 0, bob: 0 });
  });
});

describe('a reveal', () => {
  it('tells what was right, how many chose what, and who was fastest', () => {
    expect(revealOf(two, 0)).toMatchObject({
      correct: 1,
      counts: [1, 3, 0, 0],
      answered: 4,
      players: 5,
      fastest: { user: 'bob', ms: 2000 },
      teams: [],
    });
    expect(revealOf(two, 1)?.moved.map(({ user }) => user)).toEqual(['ann', 'bob', 'dan']);
  });

  it('has nobody fastest when nobody was right, and is not made of an open question', () => {
    const wrong = given(asking()).when(click('ann', 0, 2000)).state;
    expect(revealOf(wrong, 0)?.fastest).toBeNull();
    expect(revealOf(asking(), 0)).toBeNull();
    expect(revealOf(two, 7)).toBeNull();
  });

  it('shows five places and no more', () => {
    const many = ['a', 'b', 'c', 'd', 'e', 'f', 'g'];
    expect(revealOf(play(asking(many), []), 0)?.top).toHaveLength(5);
  });
});

describe('the result', () => {
  it('has a podium of those with points, and everybody’s accuracy', () => {
    const result = resultOf(two);
    expect(result.podium.map(({ user }) => user)).toEqual(['ann', 'bob', 'dan']);
    expect(result.players.map(({ user, counted, right, accuracy }) => [user, counted, right, accuracy])).toEqual([
      ['ann', 2, 2, 1],
      ['bob', 2, 1, 0.5],
      ['dan', 2, 1, 0.5],
      ['cid', 2, 0, 0],
      ['eve', 2, 0, 0],
    ]);
    expect(result.asked).toBe(2);
  });

  it('counts a skipped question for those alone who had answered it', () => {
    const { state } = given(asking(['ann', 'bob', 'cid']))
      .when(click('bob', 1, 3000), click('cid', 0, 4000), [5000, skip(0)])
      .when([10_000, timer('reveal', 0)], out(1, 31_000), [51_000, timer('close', 1)]);
    const counts = (of: QuizState) =>
      resultOf(of).players.map(({ user, right, counted, accuracy }) => [user, right, counted, accuracy]);
    expect(counts(state)).toEqual([
      ['bob', 1, 2, 0.5],
      ['cid', 0, 2, 0],
      ['ann', 0, 1, 0],
    ]);
    expect(['ann', 'bob', 'cid'].map((user) => missedBy(state, user).map(({ no }) => no))).toEqual([[1], [1], [0, 1]]);
    const nothing = given(asking()).when([2000, skip(0)]).state;
    expect(counts(nothing)).toEqual([['ann', 0, 0, null]]);
    expect(missedBy(nothing, 'ann')).toEqual([]);
  });

  it('has no podium for those without points', () => {
    const wrong = play(asking(['ann', 'bob']), [['ann', 0, 100]]);
    expect(resultOf(wrong).podium).toEqual([]);
    expect(resultOf(wrong).players).toHaveLength(2);
  });

  it('names the hardest question by the share right among those who answered', () => {
    expect(resultOf(two).hardest).toEqual({ no: 1, right: 1, answered: 3 });
    expect(resultOf(play(asking(), [])).hardest).toBeNull();
    expect(resultOf(play(asking(['ann', 'bob']), first.slice(0, 1), second.slice(0, 1))).hardest?.no).toBe(0);
  });

  it('lists what each player missed, with what they chose', () => {
    expect(missedBy(two, 'bob')).toEqual([{ no: 1, choice: 2 }]);
    expect(missedBy(two, 'cid')).toEqual([
      { no: 0, choice: 0 },
      { no: 1, choice: null },
    ]);
    expect(missedBy(two, 'ann')).toEqual([]);
  });

  it('ranks the teams', () => {
    const joins = (['ann', 'bob', 'cid', 'dan'] as const).map((user, no): Happening => [0, join(user, no % 2)]);
    const running = given(opened({ teams: 3 })).when(...joins, [0, order('start')], out(0, 1000)).state;
    expect(teamStandingsAfter(play(running, first), 0)).toEqual([
      { no: 1, name: 'Blue', points: 1850, members: 2, rank: 1 },
      { no: 0, name: 'Red', points: 900, members: 2, rank: 2 },
    ]);
  });
});
