import { describe, expect, it } from 'vitest';
import { revealOf } from '../../../src/core/quiz/reveal.ts';
import {
  arm,
  asking,
  award,
  click,
  clickOn,
  disarm,
  given,
  out,
  posted,
  progress,
  skip,
  timer,
  waiting,
} from './given.ts';

describe('a question', () => {
  it('takes no answers before its message is out, then runs for its time', () => {
    given(waiting())
      .when(click('ann', 1, 400, 500))
      .thenRefused('not-open')
      .when([1200, posted(0, 1000)])
      .thenDone(arm('close', 21_200));
  });

  it('begins once, however often its message is reported', () => {
    given(asking())
      .when([1500, posted(0, 1400)])
      .thenRefused('stale')
      .when([1500, posted(1, 1400)])
      .thenRefused('stale');
  });

  it('counts time by the clock of the platform, not by when a click comes in', () => {
    given(asking(['ann', 'bob']))
      .when(click('ann', 1, 3000, 15_000), [21_000, timer('close')])
      .thenPoints({ ann: 950, bob: 0 });
  });

  it('counts the first choice: a second click changes nothing and is told what counts', () => {
    const once = given(asking(['ann', 'bob']))
      .when(click('ann', 2, 2000))
      .thenDone(progress);
    for (const choice of [1, 2] as const) {
      once.when(click('ann', choice, 3000)).thenRefused({ kind: 'already-answered', choice: 2 });
    }
  });

  it('takes the same click twice without a change, also after the close, and counts it once', () => {
    const once = given(asking(['ann', 'bob'])).when(click('ann', 1, 2000));
    once.when(click('ann', 1, 2000)).thenNothingHappens();
    once
      .when([21_000, timer('close')], click('ann', 1, 2000, 22_000))
      .thenNothingHappens()
      .thenPoints({ ann: 975, bob: 0 });
  });

  it('takes a click at its last moment and none after', () => {
    const running = given(asking(['ann', 'bob']));
    running.when(click('ann', 1, 21_000)).thenTaken();
    running.when(click('ann', 1, 21_001, 21_000)).thenRefused('too-late');
  });

  it('gives full points to a click that the platform dates before the message', () => {
    given(asking())
      .when(click('ann', 1, 900, 1100))
      .thenPoints({ ann: 1000 });
  });

  it('lets who answers without having joined join', () => {
    given(asking())
      .when(click('eve', 1, 2000), [21_000, timer('close')])
      .thenPoints({ ann: 0, eve: 975 });
  });

  it('closes early once every player has answered', () => {
    given(asking(['ann', 'bob']))
      .when(click('ann', 1, 2000), click('bob', 0, 3000))
      .thenPhase({ kind: 'revealing', due: arm('reveal', 8000).due })
      .thenDone(
        disarm('close'),
        award(['ann', 975], ['bob', 0]),
        { kind: 'reveal', no: 0, again: false },
        arm('reveal', 8000),
      );
  });

  it('closes when its time is up, then gives way to the next, and the last one to the end', () => {
    const end = given(asking(['ann'], { count: 2 }))
      .when([21_000, timer('close')])
      .thenDone('reveal', 'arm')
      .when([26_000, timer('reveal')])
      .thenDone({ kind: 'post-question', no: 1 })
      .when(out(1, 27_000), [47_000, timer('close', 1)], [52_000, timer('reveal', 1)])
      .thenDone({ kind: 'finish', reason: 'finished', again: false });
    end.when([52_001, timer('reveal', 1)]).thenRefused('stale');
    end.when(clickOn(1, 'ann', 1, 60_000)).thenRefused('too-late');
    end.when(clickOn(2, 'ann', 1, 60_000)).thenRefused('not-running');
  });

  it('is not touched by timers and clicks of another', () => {
    const second = given(asking()).when([21_000, timer('close')], [26_000, timer('reveal')], out(1, 27_000));
    second.when([48_000, timer('close', 0)]).thenRefused('stale');
    second.when([48_000, timer('reveal', 1)]).thenRefused('stale');
    for (const no of [2, -1]) second.when(clickOn(no, 'ann', 1, 28_000)).thenRefused('stale');
  });
});

describe('a click sent before the close that comes in after it', () => {
  const running = given(asking(['ann', 'bob'], { revealSeconds: 1 }));
  const closed = running.when([21_000, timer('close')]);

  it('counts within the grace, with the points of its moment, and the reveal is made again', () => {
    const { state } = closed
      .when(click('ann', 1, 11_000, 24_000))
      .thenDone(award(['ann', 750]), { kind: 'reveal', no: 0, again: true })
      .thenPoints({ ann: 750, bob: 0 });
    expect(revealOf(state, 0)?.counts).toEqual([0, 1, 0, 0]);
  });

  it('is awarded alone, not those who have their points already', () => {
    running
      .when(click('bob', 1, 2000), [21_000, timer('close')], click('ann', 0, 11_000, 22_000))
      .thenDone(award(['ann', 0]), 'reveal');
  });

  it('does not count after the grace', () => {
    closed.when(click('ann', 1, 11_000, 24_001)).thenRefused('too-late');
  });

  it('counts while the next question is asked, and leaves that one alone', () => {
    const next = closed.when([22_000, timer('reveal')], out(1, 22_500));
    next
      .when(click('ann', 1, 11_000, 23_500))
      .thenDone('award', 'reveal')
      .thenPhase(next.state.phase);
  });

  it('counts when the quiz is over already, whose result is then told again', () => {
    given(asking(['ann', 'bob'], { revealSeconds: 1, count: 1 }))
      .when([21_000, timer('close')], [22_000, timer('reveal')], click('ann', 1, 11_000, 23_000))
      .thenAtLast({ kind: 'finish', reason: 'finished', again: true })
      .thenPoints({ ann: 750, bob: 0 });
  });

  it('counts after an early close only if it was made before that', () => {
    const early = given(asking()).when(click('ann', 1, 2000));
    early.when(click('eve', 1, 1900, 4000)).thenTaken();
    early.when(click('eve', 1, 2001, 4000)).thenRefused('too-late');
  });

  it('counts up to the press that skipped, even when the news of the question was slow', () => {
    const skipped = given(waiting()).when([3000, posted(0, 1000)], [9000, skip(0, 'question', 9000)]);
    skipped.when(click('ann', 1, 8900, 9500)).thenTaken();
    skipped.when(click('ann', 1, 9100, 9500)).thenRefused('too-late');
  });
});
