import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { reduce } from '../../../src/core/quiz/reduce.ts';
import { pointsFor } from '../../../src/core/quiz/score.ts';
import { standings } from '../../../src/core/quiz/standings.ts';
import type { QuizState } from '../../../src/core/quiz/state.ts';
import { choices } from '../../../src/core/quiz/state.ts';
import { runs } from '../../corpora/runs.ts';
import { asking, join, opened, order, skew, start } from './given.ts';
import type { House } from './house.ts';
import { build, happen, pass, person, setting, wishes } from './house.ts';

/** Runs a random quiz, checking after each event. */
function run(check: (house: House) => void, after: (house: House) => void = () => {}): void {
  fc.assert(
    fc.property(setting, wishes, fc.integer(), fc.nat({ max: 3 }), (settings, list, seed, joined) => {
      const house = build(opened(settings, seed));
      for (const user of ['ann', 'bob', 'cid'].slice(0, joined)) happen(house, join(user));
      if (joined > 0) happen(house, order('start'));
      for (const { wait, make } of list) {
        pass(house, wait);
        happen(house, make(house));
        check(house);
      }
      after(house);
    }),
    runs(200),
  );
}

const rounds = (state: QuizState) => state.closed.flatMap((closed) => (closed.kind === 'played' ? [closed.round] : []));

describe('whatever happens to a quiz', () => {
  it('it is plain JSON', () => {
    run(({ state }) => expect(JSON.parse(JSON.stringify(state))).toEqual(state));
  });

  it('nobody has two answers to a question, all who answered play, and each has a team or none does', () => {
    run(({ state }) => {
      const players = new Set(state.players.map((player) => player.user));
      expect(players.size).toBe(state.players.length);
      expect(state.players.every(({ team }) => (team === null) === (state.teams.length === 0))).toBe(true);
      for (const { answers } of rounds(state)) {
        expect(new Set(answers.map((answer) => answer.user)).size).toBe(answers.length);
        expect(answers.every((answer) => players.has(answer.user))).toBe(true);
        expect(answers.every(({ ms }) => ms >= 0 && ms <= 20_000)).toBe(true);
      }
    });
  });

  it('points are those recomputed from the answers, and those that were awarded, each once', () => {
    run(({ state, awards, doubled }) => {
      expect(doubled).toBe(0);
      for (const { user: key, points } of standings(state)) {
        const own = rounds(state).flatMap(({ answers }) => answers.filter((answer) => answer.user === key));
        expect(points).toBe(own.reduce((sum, { choice, ms }) => sum + pointsFor(choice === 1, ms, 20_000), 0));
        const awarded = [...awards].filter(([name]) => name.endsWith(` ${key}`)).map(([, entry]) => entry.points);
        expect(points).toBe(awarded.reduce((sum, each) => sum + each, 0));
        expect(points).toBeGreaterThanOrEqual(0);
      }
    });
  });

  it('it is the state last stored with the accepted answers replayed, all of them or those since', () => {
    run(({ state, stored, rows }) => {
      const replayed = rows.reduce((so, { event, now }) => reduce(so, event, now).state, stored);
      expect(replayed).toEqual(state);
    });
  });

  it('every event again, at once, is refused or changes nothing that counts', () => {
    run((house) => {
      const again = house.rows.at(-1);
      if (again === undefined) return;
      const { state, effects, refusal } = reduce(house.state, again.event, house.now);
      expect(state).toBe(house.state);
      expect(effects).toEqual([]);
      expect([undefined, 'already-answered']).toContain(refusal?.kind);
    });
  });

  it('the runs of these tests get everywhere', () => {
    const seen = new Set<string>();
    run(({ state, rows }) => {
      seen.add(state.phase.kind === 'paused' ? `paused ${state.phase.was.kind}` : state.phase.kind);
      const last = rows.at(-1);
      if (last !== undefined && last.event.no < state.closed.length) seen.add('answered');
      if (last !== undefined && state.phase.kind === 'asking' && last.event.no < state.closed.length) seen.add('next');
    });
    expect([...seen].toSorted()).toEqual(
      ['answered', 'asking', 'lobby', 'next', 'over', 'paused asking', 'paused revealing', 'revealing']
        .concat(seen.has('paused between') ? ['paused between'] : [])
        .toSorted(),
    );
  });

  it('it ends when timers keep ringing, and no question is asked twice', () => {
    run(
      () => {},
      (house) => {
        for (let turn = 0; turn < 40 && house.state.phase.kind !== 'over'; turn += 1) pass(house, 3_600_000);
        expect(house.state.phase.kind).toBe('over');
        expect(house.state.closed.length).toBeLessThanOrEqual(house.state.questions.length);
      },
    );
  });
});

describe('deliveries', () => {
  const users = ['ann', 'bob', 'cid', 'dan'];
  const press = fc.record({
    user: fc.constantFrom(...users),
    choice: fc.constantFrom(...choices),
    at: fc.integer({ min: 0, max: 20_000 }),
    delays: fc.array(fc.integer({ min: 0, max: 2900 }), { minLength: 1, maxLength: 3 }),
  });
  const presses = fc.uniqueArray(press, { selector: (one) => one.user, maxLength: 4 });

  /** Question 0 of three, its time run down by the clock, each click coming in at each of its delays. */
  function scoresOf(list: readonly { user: string; choice: 0 | 1 | 2 | 3; at: number; delays: readonly number[] }[]) {
    const house = build(asking(users, { revealSeconds: 1 }));
    house.timers = new Map([['close', { no: 0, due: start + 21_000 }]]);
    house.now = start + 1000;
    const arrivals = list.flatMap(({ delays, ...click }) =>
      delays.map((delay) => ({ ...click, due: click.at + delay })),
    );
    for (const { user: key, choice, at: instant, due } of arrivals.toSorted((one, other) => one.due - other.due)) {
      pass(house, start + 1000 + due - house.now);
      happen(house, { kind: 'answer', ...person(key), no: 0, choice, at: start + 1000 - skew + instant });
    }
    pass(house, 60_000);
    return Object.fromEntries(standings(house.state).map((row) => [row.user, row.points]));
  }

  it('of the same clicks, doubled and delayed in any way, give the same scores', () => {
    fc.assert(
      fc.property(presses, (list) => {
        expect(scoresOf(list)).toEqual(scoresOf(list.map((click) => ({ ...click, delays: [0] }))));
      }),
      runs(150),
    );
  });
});
