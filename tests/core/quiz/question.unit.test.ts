import { describe, expect, it } from 'vitest';
import { revealOf } from '../../../src/core/quiz/reveal.ts';
import { standings } from '../../../src/core/quiz/standings.ts';
import { asking, click, course, join, kinds, opened, order, posted, skip, start, timer } from './given.ts';

const points = (state: ReturnType<typeof opened>) =>
  Object.fromEntries(standings(state).map((row) => [row.user, row.points]));

describe('a question', () => {
  it('takes no answers before its message is out, then runs for its time', () => {
    const waiting = course(opened(), [0, join('ann')], [0, order('start')]).state;
    expect(course(waiting, [500, click('ann', 0, 1, 400)]).refusal).toEqual({ kind: 'not-open' });
    expect(course(waiting, [1200, posted(0, 1000)]).effects).toEqual([
      { kind: 'arm', timer: 'close', no: 0, due: start + 21_200 },
    ]);
  });

  it('begins once, however often its message is reported', () => {
    const running = asking(['ann']);
    expect(course(running, [1500, posted(0, 1400)])).toEqual({
      state: running,
      effects: [],
      refusal: { kind: 'stale' },
    });
    expect(course(running, [1500, posted(1, 1400)]).refusal).toEqual({ kind: 'stale' });
  });

  it('counts time by the clock of the platform, not by when a click comes in', () => {
    const { state } = course(asking(['ann', 'bob']), [15_000, click('ann', 0, 1, 3000)], [21_000, timer('close')]);
    expect(points(state)).toEqual({ ann: 950, bob: 0 });
  });

  it('counts the first choice: a second click changes nothing and is told what counts', () => {
    const once = course(asking(['ann', 'bob']), [2000, click('ann', 0, 2, 2000)]);
    expect(once.effects).toEqual([{ kind: 'progress', no: 0 }]);
    for (const choice of [1, 2] as const) {
      const twice = course(once.state, [3000, click('ann', 0, choice, 3000)]);
      expect(twice).toEqual({ state: once.state, effects: [], refusal: { kind: 'already-answered', choice: 2 } });
    }
  });

  it('takes a click at its last moment and none after', () => {
    const running = asking(['ann', 'bob']);
    expect(course(running, [21_000, click('ann', 0, 1, 21_000)]).refusal).toBeUndefined();
    expect(course(running, [21_000, click('ann', 0, 1, 21_001)]).refusal).toEqual({ kind: 'too-late' });
  });

  it('gives full points to a click that the platform dates before the message', () => {
    const { state } = course(asking(['ann']), [1100, click('ann', 0, 1, 900)]);
    expect(points(state)).toEqual({ ann: 1000 });
  });

  it('lets who answers without having joined join', () => {
    const { state } = course(asking(['ann']), [2000, click('eve', 0, 1, 2000)]);
    expect(state.players.map(({ user }) => user)).toEqual(['ann', 'eve']);
  });

  it('closes early once every player has answered', () => {
    const { state, effects } = course(
      asking(['ann', 'bob']),
      [2000, click('ann', 0, 1, 2000)],
      [3000, click('bob', 0, 0, 3000)],
    );
    expect(state.phase).toEqual({ kind: 'revealing', due: start + 8000 });
    expect(effects).toEqual([
      { kind: 'disarm', timer: 'close' },
      {
        kind: 'award',
        no: 0,
        entries: [
          { user: 'ann', name: 'ann', points: 975, correct: true },
          { user: 'bob', name: 'bob', points: 0, correct: false },
        ],
      },
      { kind: 'reveal', no: 0, again: false },
      { kind: 'arm', timer: 'reveal', no: 0, due: start + 8000 },
    ]);
  });

  it('closes when its time is up, then gives way to the next, and the last one to the end', () => {
    const closed = course(asking(['ann'], { count: 2 }), [21_000, timer('close')]);
    expect(kinds(closed.effects)).toEqual(['reveal', 'arm']);
    const next = course(closed.state, [26_000, timer('reveal')]);
    expect(next.effects).toEqual([{ kind: 'post-question', no: 1 }]);
    const end = course(
      next.state,
      [27_000, posted(1, 27_000)],
      [47_000, timer('close', 1)],
      [52_000, timer('reveal', 1)],
    );
    expect(end.effects).toEqual([{ kind: 'finish', reason: 'finished', again: false }]);
    expect(course(end.state, [52_001, timer('reveal', 1)]).refusal).toEqual({ kind: 'stale' });
    expect(course(end.state, [60_000, click('ann', 1, 1, 60_000)]).refusal).toEqual({ kind: 'too-late' });
    expect(course(end.state, [60_000, click('ann', 2, 1, 60_000)]).refusal).toEqual({ kind: 'not-running' });
  });

  it('is not touched by timers and clicks of another', () => {
    const second = course(
      asking(['ann']),
      [21_000, timer('close')],
      [26_000, timer('reveal')],
      [27_000, posted(1, 27_000)],
    );
    expect(course(second.state, [48_000, timer('close', 0)]).refusal).toEqual({ kind: 'stale' });
    expect(course(second.state, [48_000, timer('reveal', 1)]).refusal).toEqual({ kind: 'stale' });
    expect(course(second.state, [28_000, click('ann', 2, 1, 28_000)]).refusal).toEqual({ kind: 'stale' });
    expect(course(second.state, [28_000, click('ann', -1, 1, 28_000)]).refusal).toEqual({ kind: 'stale' });
  });
});

describe('a click sent before the close that comes in after it', () => {
  const closed = course(asking(['ann', 'bob'], { revealSeconds: 1 }), [21_000, timer('close')]).state;

  it('counts within the grace, with the points of its moment, and the reveal is made again', () => {
    const { state, effects } = course(closed, [24_000, click('ann', 0, 1, 11_000)]);
    expect(effects).toEqual([
      { kind: 'award', no: 0, entries: [{ user: 'ann', name: 'ann', points: 750, correct: true }] },
      { kind: 'reveal', no: 0, again: true },
    ]);
    expect(points(state)).toEqual({ ann: 750, bob: 0 });
    expect(revealOf(state, 0)?.counts).toEqual([0, 1, 0, 0]);
  });

  it('is awarded alone, not those who have their points already', () => {
    const one = course(asking(['ann', 'bob']), [2000, click('bob', 0, 1, 2000)], [21_000, timer('close')]).state;
    const { effects } = course(one, [22_000, click('ann', 0, 0, 11_000)]);
    expect(effects[0]).toMatchObject({ kind: 'award', entries: [{ user: 'ann', points: 0 }] });
  });

  it('does not count after the grace', () => {
    expect(course(closed, [24_001, click('ann', 0, 1, 11_000)]).refusal).toEqual({ kind: 'too-late' });
  });

  it('counts while the next question is asked, and leaves that one alone', () => {
    const next = course(closed, [22_000, timer('reveal')], [22_500, posted(1, 22_500)]).state;
    const { state, effects } = course(next, [23_500, click('ann', 0, 1, 11_000)]);
    expect(kinds(effects)).toEqual(['award', 'reveal']);
    expect(state.phase).toEqual(next.phase);
  });

  it('counts when the quiz is over already, whose result is then told again', () => {
    const last = asking(['ann', 'bob'], { revealSeconds: 1, count: 1 });
    const over = course(last, [21_000, timer('close')], [22_000, timer('reveal')]).state;
    const { state, effects } = course(over, [23_000, click('ann', 0, 1, 11_000)]);
    expect(effects.at(-1)).toEqual({ kind: 'finish', reason: 'finished', again: true });
    expect(points(state)).toEqual({ ann: 750, bob: 0 });
  });

  it('counts after an early close only if it was made before that', () => {
    const early = course(asking(['ann']), [2000, click('ann', 0, 1, 2000)]).state;
    expect(course(early, [4000, click('eve', 0, 1, 1900)]).refusal).toBeUndefined();
    expect(course(early, [4000, click('eve', 0, 1, 2001)]).refusal).toEqual({ kind: 'too-late' });
  });

  it('counts up to the press that skipped, even when the news of the question was slow', () => {
    const slow = course(opened(), [0, join('ann')], [0, order('start')], [3000, posted(0, 1000)]).state;
    const skipped = course(slow, [9000, skip(0, 'question', 9000)]).state;
    expect(course(skipped, [9500, click('ann', 0, 1, 8900)]).refusal).toBeUndefined();
    expect(course(skipped, [9500, click('ann', 0, 1, 9100)]).refusal).toEqual({ kind: 'too-late' });
  });
});
