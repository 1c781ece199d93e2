import { describe, expect, it } from 'vitest';
import type { Happening } from './given.ts';
import { asking, click, given, opened, order, out, posted, skip, timer, unanswered, waiting } from './given.ts';

describe('orders', () => {
  it('are obeyed from the host and managers alone', () => {
    for (const kind of ['pause', 'resume', 'stop'] as const) {
      given(asking())
        .when([2000, order(kind, 'ann')])
        .thenRefused('not-host');
    }
    given(asking())
      .when([2000, order('pause', 'boss', true)])
      .thenTaken();
  });

  it('that do not fit say why', () => {
    given(asking())
      .when([2000, order('resume')])
      .thenRefused('not-paused');
    given(asking())
      .when([2000, order('pause')], [2001, order('pause')])
      .thenRefused('paused');
    given(opened())
      .when([2000, order('pause')])
      .thenRefused('not-running');
    given(opened())
      .when([1, order('stop')], [2, order('stop')])
      .thenRefused('not-running');
  });

  it('delivered again after a later one change nothing', () => {
    const pause = order('pause', 'host', false, 1);
    given(asking())
      .when([2000, pause], [3000, order('resume', 'host', false, 2)], [4000, pause])
      .thenRefused('stale');
  });

  it('skip a question, whose answers count, and then its reveal', () => {
    given(asking(['ann', 'bob']))
      .when(click('ann', 1, 2000), [3000, skip(0)])
      .thenDone('disarm', 'award', 'reveal', 'arm')
      .when([3001, skip(0)])
      .thenRefused('stale')
      .when([3002, skip(0, 'reveal')])
      .thenDone('disarm', 'post-question');
  });

  it('that skip another question than the one that is on change nothing', () => {
    for (const no of [-1, 1])
      given(asking())
        .when([2000, skip(no)])
        .thenRefused('stale');
  });

  it('show that somebody is there, so that the quiz does not pause itself', () => {
    const { state } = given(asking(['ann'], { count: 8 }))
      .when(...unanswered(0), out(1, 31_000), [32_000, skip(1)], [37_000, timer('reveal', 1)], ...unanswered(2))
      .when(out(3, 91_000), [111_000, timer('close', 3)], [111_500, skip(3, 'reveal')], ...unanswered(4))
      .thenPhase({ kind: 'asking' });
    expect(state.unanswered).toBe(1);
  });

  it('skip a question whose message is not out yet, which then takes no answers', () => {
    given(waiting())
      .when([500, skip(0)], [900, posted(0, 800)])
      .thenRefused('stale')
      .when(click('ann', 1, 900, 1000))
      .thenRefused('too-late');
  });

  it('stop the quiz at once; answers that are in count', () => {
    given(asking(['ann', 'bob']))
      .when(click('ann', 1, 3000), [4000, order('stop')])
      .thenDone('disarm', 'award', 'reveal', 'finish')
      .thenPoints({ ann: 950, bob: 0 });
  });
});

describe('a thread or channel that is gone', () => {
  const gone = (at: number): Happening => [at, { kind: 'lost', reason: 'gone' }];
  const answered = given(asking(['ann', 'bob'])).when(click('ann', 1, 3000));

  it('ends the quiz from any moment, once', () => {
    for (const quiz of [answered, answered.when([4000, order('pause')]), given(opened())]) {
      quiz
        .when(gone(6000))
        .thenPhase({ kind: 'over', reason: 'gone' })
        .thenAtLast('finish')
        .when(gone(7000))
        .thenRefused('not-running');
    }
  });

  it('leaves the answers that are in', () => {
    answered.when(gone(6000)).thenPoints({ ann: 950, bob: 0 });
  });
});

describe('a stop that says when it is meant', () => {
  const stopDuring = (during: string, at = 7000): Happening => [at, { ...order('stop'), kind: 'stop', during }];
  const asked = given(asking(['ann', 'bob']));
  const revealing = asked.when([5000, skip(0)]);

  it('stops the quiz as long as the same question is asked or revealed', () => {
    for (const quiz of [asked, revealing]) quiz.when(stopDuring('0')).thenPhase({ kind: 'over', reason: 'stopped' });
  });

  it('changes nothing once the quiz has moved on, or before it has come so far', () => {
    revealing.when([6000, skip(0, 'reveal')], stopDuring('0')).thenRefused('stale');
    revealing.when(stopDuring('1')).thenRefused('stale');
    asked.when(stopDuring('lobby')).thenRefused('stale');
    given(opened()).when(stopDuring('0')).thenRefused('stale');
    given(opened()).when(stopDuring('lobby')).thenPhase({ kind: 'over' });
  });
});
