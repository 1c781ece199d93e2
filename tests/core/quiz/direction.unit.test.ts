import { describe, expect, it } from 'vitest';
import type { HostEvent } from '../../../src/core/quiz/event.ts';
import { standings } from '../../../src/core/quiz/standings.ts';
import { asking, click, course, join, kinds, opened, order, posted, skip, start, timer } from './given.ts';

const pointsOf = (state: ReturnType<typeof opened>, user: string) =>
  standings(state).find((row) => row.user === user)?.points;

describe('a pause', () => {
  const paused = course(asking(['ann', 'bob']), [6000, order('pause')]);

  it('is told, and ends by itself some day', () => {
    expect(paused.effects).toEqual([
      { kind: 'disarm', timer: 'close' },
      { kind: 'say', what: 'paused', reason: { kind: 'asked', user: 'host' } },
      { kind: 'arm', timer: 'pause', no: 0, due: start + 6000 + 1_800_000 },
      { kind: 'progress', no: 0 },
    ]);
    const over = course(paused.state, [1_806_000, timer('pause')]);
    expect(over.state.phase).toMatchObject({ kind: 'over', reason: 'stopped' });
    expect(kinds(over.effects)).toEqual(['disarm', 'reveal', 'finish']);
  });

  it('gives the time left again and costs nobody points', () => {
    const resumed = course(paused.state, [106_000, order('resume')]);
    expect(resumed.effects).toEqual([
      { kind: 'disarm', timer: 'pause' },
      { kind: 'say', what: 'resumed' },
      { kind: 'progress', no: 0 },
      { kind: 'arm', timer: 'close', no: 0, due: start + 121_000 },
    ]);
    const { state } = course(resumed.state, [111_000, click('ann', 0, 1, 111_000)], [121_000, timer('close')]);
    expect(pointsOf(state, 'ann')).toBe(750);
  });

  it('takes no clicks, but those made before it, whenever they come', () => {
    expect(course(paused.state, [7000, click('ann', 0, 1, 6500)]).refusal).toEqual({ kind: 'paused' });
    const during = course(paused.state, [7000, click('ann', 0, 1, 3000)]);
    const after = course(paused.state, [106_000, order('resume')], [106_500, click('ann', 0, 1, 3000)]);
    for (const { state } of [during, after]) {
      expect(pointsOf(course(state, [110_000, order('stop')]).state, 'ann')).toBe(950);
    }
    const stray = course(paused.state, [106_000, order('resume')], [106_500, click('ann', 0, 1, 50_000)]);
    expect(stray.refusal).toEqual({ kind: 'paused' });
  });

  it('that everybody’s answers came into goes straight on to the reveal', () => {
    const answered = course(paused.state, [7000, click('ann', 0, 1, 3000)], [7000, click('bob', 0, 1, 3000)]).state;
    const { effects } = course(answered, [9000, order('resume')]);
    expect(kinds(effects)).toContain('reveal');
    expect(kinds(effects)).not.toContain('progress');
  });

  it('holds back a question whose message comes out in it', () => {
    const waiting = course(
      opened(),
      [0, join('ann')],
      [0, order('start')],
      [500, order('pause')],
      [1000, posted(0, 1000)],
    );
    expect(waiting.effects).toEqual([{ kind: 'progress', no: 0 }]);
    expect(course(waiting.state, [1001, posted(0, 1000)]).effects).toEqual([]);
    expect(course(waiting.state, [2000, click('ann', 0, 1, 2000)]).refusal).toEqual({ kind: 'paused' });
    const resumed = course(waiting.state, [61_000, order('resume')]);
    expect(resumed.effects.at(-1)).toEqual({ kind: 'arm', timer: 'close', no: 0, due: start + 81_000 });
    expect(pointsOf(course(resumed.state, [71_000, click('ann', 0, 1, 71_000)]).state, 'ann')).toBe(750);
  });

  it('before the message is out asks for it again', () => {
    const waiting = course(opened(), [0, join('ann')], [0, order('start')], [500, order('pause')]).state;
    expect(course(waiting, [900, order('resume')]).effects.at(-1)).toEqual({ kind: 'post-question', no: 0 });
  });

  it('in a reveal gives the rest of the reveal again', () => {
    const { state: revealing, effects } = course(asking(['ann']), [21_000, timer('close')], [23_000, order('pause')]);
    expect(kinds(effects)).not.toContain('progress');
    expect(course(revealing, [30_000, order('resume')]).effects.at(-1)).toEqual({
      kind: 'arm',
      timer: 'reveal',
      no: 0,
      due: start + 33_000,
    });
  });

  it('comes by itself after three questions without any answer, and then the next question', () => {
    let state = asking(['ann'], { count: 5 });
    for (const no of [0, 1, 2]) {
      const at = no * 30_000;
      if (no > 0) state = course(state, [at + 1000, posted(no, at + 1000)]).state;
      state = course(state, [at + 21_000, timer('close', no)], [at + 26_000, timer('reveal', no)]).state;
    }
    expect(state.phase).toMatchObject({ kind: 'paused', reason: { kind: 'nobody-answers' } });
    expect(course(state, [90_000, order('resume')]).effects.at(-1)).toEqual({ kind: 'post-question', no: 3 });
    expect(course(state, [2_000_000, timer('pause', 2)]).state.phase).toMatchObject({ reason: 'nobody' });
  });

  it('does not come after the last question, which ends the quiz', () => {
    let state = asking(['ann'], { count: 3 });
    for (const no of [0, 1, 2]) {
      const at = no * 30_000;
      if (no > 0) state = course(state, [at + 1000, posted(no, at + 1000)]).state;
      state = course(state, [at + 21_000, timer('close', no)], [at + 26_000, timer('reveal', no)]).state;
    }
    expect(state.phase).toMatchObject({ kind: 'over', reason: 'finished' });
  });

  it('in which the quiz is stopped stays a pause for clicks that come later', () => {
    const stopped = course(paused.state, [7000, { ...order('stop'), at: start + 7500 - 500 } as HostEvent]).state;
    expect(course(stopped, [8000, click('ann', 0, 1, 6500)]).refusal).toEqual({ kind: 'paused' });
    expect(course(stopped, [8000, click('ann', 0, 1, 3000)]).refusal).toBeUndefined();
  });

  it('for a lost permission names it, and takes the place of another reason', () => {
    const reason = { kind: 'lost', what: 'post' } as const;
    const lost = course(asking(['ann']), [2000, { kind: 'lost', reason: 'post' }]);
    expect(lost.effects[1]).toEqual({ kind: 'say', what: 'paused', reason });
    expect(course(lost.state, [2100, { kind: 'lost', reason: 'post' }]).refusal).toEqual({ kind: 'paused' });
    expect(course(paused.state, [7000, { kind: 'lost', reason: 'post' }]).state.phase).toMatchObject({ reason });
    expect(course(lost.state, [3_000_000, timer('pause')]).state.phase).toMatchObject({ reason: 'lost-permission' });
  });
});

describe('orders', () => {
  it('are obeyed from the host and managers alone', () => {
    for (const kind of ['pause', 'resume', 'stop'] as const) {
      expect(course(asking(['ann']), [2000, order(kind, 'ann')]).refusal).toEqual({ kind: 'not-host' });
    }
    expect(course(asking(['ann']), [2000, order('pause', 'boss', true)]).refusal).toBeUndefined();
  });

  it('that do not fit say why', () => {
    expect(course(asking(['ann']), [2000, order('resume')]).refusal).toEqual({ kind: 'not-paused' });
    expect(course(asking(['ann']), [2000, order('pause')], [2001, order('pause')]).refusal).toEqual({ kind: 'paused' });
    expect(course(opened(), [2000, order('pause')]).refusal).toEqual({ kind: 'not-running' });
    expect(course(opened(), [1, order('stop')], [2, order('stop')]).refusal).toEqual({ kind: 'not-running' });
  });

  it('delivered again after a later one change nothing', () => {
    const at = (kind: 'pause' | 'resume', instant: number): HostEvent => ({
      kind,
      user: 'host',
      byManager: false,
      at: instant,
    });
    const resumed = course(asking(['ann']), [2000, at('pause', 1)], [3000, at('resume', 2)]).state;
    expect(course(resumed, [4000, at('pause', 1)])).toEqual({
      state: resumed,
      effects: [],
      refusal: { kind: 'stale' },
    });
  });

  it('skip a question, whose answers count, and then its reveal', () => {
    const skipped = course(asking(['ann', 'bob']), [2000, click('ann', 0, 1, 2000)], [3000, skip(0)]);
    expect(kinds(skipped.effects)).toEqual(['disarm', 'award', 'reveal', 'arm']);
    expect(course(skipped.state, [3001, skip(0)]).refusal).toEqual({ kind: 'stale' });
    const next = course(skipped.state, [3002, skip(0, 'reveal')]);
    expect(kinds(next.effects)).toEqual(['disarm', 'post-question']);
  });

  it('that skip another question than the one that is on change nothing', () => {
    for (const no of [-1, 1]) expect(course(asking(['ann']), [2000, skip(no)]).refusal).toEqual({ kind: 'stale' });
  });

  it('show that somebody is there, so that the quiz does not pause itself', () => {
    let state = asking(['ann'], { count: 8 });
    for (const no of [0, 1, 2, 3, 4]) {
      const at = no * 30_000;
      if (no > 0) state = course(state, [at + 1000, posted(no, at + 1000)]).state;
      if (no === 1) state = course(state, [at + 2000, skip(no)], [at + 7000, timer('reveal', no)]).state;
      else if (no === 3)
        state = course(state, [at + 21_000, timer('close', no)], [at + 21_500, skip(no, 'reveal')]).state;
      else state = course(state, [at + 21_000, timer('close', no)], [at + 26_000, timer('reveal', no)]).state;
    }
    expect([state.phase.kind, state.unanswered]).toEqual(['asking', 1]);
  });

  it('skip a question whose message is not out yet, which then takes no answers', () => {
    const waiting = course(opened(), [0, join('ann')], [0, order('start')], [500, skip(0)]).state;
    expect(course(waiting, [900, posted(0, 800)]).refusal).toEqual({ kind: 'stale' });
    expect(course(waiting, [1000, click('ann', 0, 1, 900)]).refusal).toEqual({ kind: 'too-late' });
  });

  it('stop the quiz at once; answers that are in count', () => {
    const stopped = course(asking(['ann', 'bob']), [3000, click('ann', 0, 1, 3000)], [4000, order('stop')]);
    expect(kinds(stopped.effects)).toEqual(['disarm', 'award', 'reveal', 'finish']);
    expect(pointsOf(stopped.state, 'ann')).toBe(950);
  });
});

describe('a thread or channel that is gone', () => {
  const gone = { kind: 'lost', reason: 'gone' } as const;

  it('ends the quiz from any moment, and answers that are in count', () => {
    const answered = course(asking(['ann', 'bob']), [3000, click('ann', 0, 1, 3000)]).state;
    const paused = course(answered, [4000, order('pause')]).state;
    for (const state of [answered, paused, opened()]) {
      const ended = course(state, [6000, gone]);
      expect(ended.state.phase).toMatchObject({ kind: 'over', reason: 'gone' });
      expect(kinds(ended.effects)).toContain('finish');
      if (state !== opened()) expect(course(ended.state, [7000, gone]).refusal).toEqual({ kind: 'not-running' });
    }
    expect(pointsOf(course(answered, [6000, gone]).state, 'ann')).toBe(950);
  });
});

describe('a stop that says when it is meant', () => {
  const stopDuring = (during: string): HostEvent => ({
    kind: 'stop',
    during,
    user: 'host',
    byManager: false,
    at: null,
  });
  const revealing = course(asking(['ann', 'bob']), [5000, skip(0)]).state;

  it('stops the quiz as long as the same question is asked or revealed', () => {
    for (const state of [asking(['ann', 'bob']), revealing]) {
      expect(course(state, [6000, stopDuring('0')]).state.phase).toMatchObject({ kind: 'over', reason: 'stopped' });
    }
  });

  it('changes nothing once the quiz has moved on, or before it has come so far', () => {
    const later = course(revealing, [6000, skip(0, 'reveal')]).state;
    for (const [state, during] of [
      [later, '0'],
      [revealing, '1'],
      [asking(['ann', 'bob']), 'lobby'],
      [opened(), '0'],
    ] as const) {
      const told = course(state, [7000, stopDuring(during)]);
      expect(told.refusal).toEqual({ kind: 'stale' });
      expect(told.state).toBe(state);
    }
    expect(course(opened(), [7000, stopDuring('lobby')]).state.phase.kind).toBe('over');
  });
});

describe('recovery', () => {
  const running = asking(['ann', 'bob']);
  const recovered = { kind: 'recovered', lost: 60_000 } as const;

  it('moves the close and gives the lost time back', () => {
    const { state, effects } = course(running, [66_000, recovered]);
    expect(effects).toEqual([{ kind: 'arm', timer: 'close', no: 0, due: start + 81_000 }]);
    const closed = course(state, [71_000, click('ann', 0, 1, 71_000)], [81_000, timer('close')]).state;
    expect(pointsOf(closed, 'ann')).toBe(750);
  });

  it('leaves the points of answers that are in', () => {
    const answered = course(running, [3000, click('ann', 0, 1, 3000)], [66_000, recovered], [81_000, timer('close')]);
    expect(pointsOf(answered.state, 'ann')).toBe(950);
  });

  it('counts a click made meanwhile as made when we failed, one made before as ever', () => {
    const { state } = course(
      running,
      [66_000, recovered],
      [66_001, click('ann', 0, 1, 40_000)],
      [66_001, click('bob', 0, 1, 3000)],
    );
    expect([pointsOf(state, 'ann'), pointsOf(state, 'bob')]).toEqual([875, 950]);
  });

  it('moves the lobby, the reveal, the pause and the grace', () => {
    const due = (state: typeof running) => course(state, [66_000, recovered]).effects;
    expect(due(opened())).toMatchObject([{ timer: 'lobby', due: start + 90_000 }]);
    const closed = course(running, [5000, skip(0)]).state;
    expect(due(closed)).toMatchObject([{ timer: 'reveal', due: start + 70_000 }]);
    expect(course(closed, [66_000, recovered], [67_000, click('ann', 0, 1, 4000)]).refusal).toBeUndefined();
    expect(due(course(running, [5000, order('pause')]).state)).toMatchObject([{ timer: 'pause' }]);
  });

  it('in a pause, between a message and the news of it, gives the whole time again', () => {
    const waiting = course(opened(), [0, join('ann')], [0, order('start')], [500, order('pause')]).state;
    const told = course(waiting, [66_000, recovered], [66_000, posted(0, 1000)], [70_000, order('resume')]).state;
    expect(pointsOf(course(told, [80_500, click('ann', 0, 1, 80_500)]).state, 'ann')).toBe(750);
  });

  it('of the platform, between a message and the news of it, gives the whole time again', () => {
    const waiting = course(opened(), [0, join('ann')], [0, order('start')]).state;
    const late = { ...posted(0, 1000), late: true } as const;
    const { state } = course(waiting, [7000, late]);
    expect(pointsOf(course(state, [17_000, click('ann', 0, 1, 17_000 + 500)]).state, 'ann')).toBe(750);
  });

  it('between a message and the news of it gives the whole time again', () => {
    const waiting = course(opened(), [0, join('ann')], [0, order('start')]).state;
    const { state } = course(waiting, [66_000, recovered], [66_000, posted(0, 1000)]);
    expect(pointsOf(course(state, [76_000, click('ann', 0, 1, 76_000 + 500)]).state, 'ann')).toBe(750);
  });
});
