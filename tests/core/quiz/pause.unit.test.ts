import { describe, it } from 'vitest';
import type { Happening } from './given.ts';
import {
  arm,
  asking,
  click,
  disarm,
  given,
  order,
  out,
  posted,
  progress,
  timer,
  unanswered,
  waiting,
} from './given.ts';

const paused = given(asking(['ann', 'bob'])).when([6000, order('pause')]);
const asked = { kind: 'say', what: 'paused', reason: { kind: 'asked', user: 'host' } } as const;
const resumed = { kind: 'say', what: 'resumed' } as const;

describe('a pause', () => {
  it('is told, and ends by itself some day', () => {
    paused
      .thenDone(disarm('close'), asked, arm('pause', 1_806_000), progress)
      .when([1_806_000, timer('pause')])
      .thenDone('disarm', 'reveal', 'finish')
      .thenPhase({ kind: 'over', reason: 'stopped' });
  });

  it('gives the time left again and costs nobody points', () => {
    paused
      .when([106_000, order('resume')])
      .thenDone(disarm('pause'), resumed, progress, arm('close', 121_000))
      .when(click('ann', 1, 111_000), [121_000, timer('close')])
      .thenPoints({ ann: 750, bob: 0 });
  });

  it('takes no clicks, but those made before it, whenever they come', () => {
    paused.when(click('ann', 1, 6500, 7000)).thenRefused('paused');
    const late = click('ann', 1, 3000, 106_500);
    for (const happenings of [[click('ann', 1, 3000, 7000)], [[106_000, order('resume')], late]] as Happening[][]) {
      paused.when(...happenings, [110_000, order('stop')]).thenPoints({ ann: 950, bob: 0 });
    }
    paused.when([106_000, order('resume')], click('ann', 1, 50_000, 106_500)).thenRefused('paused');
  });

  it('that everybody’s answers came into goes straight on to the reveal', () => {
    paused
      .when(click('ann', 1, 3000, 7000), click('bob', 1, 3000, 7000), [9000, order('resume')])
      .thenDone(disarm('pause'), resumed, 'award', 'reveal', 'arm');
  });

  it('holds back a question whose message comes out in it', () => {
    given(waiting())
      .when([500, order('pause')], out(0, 1000))
      .thenDone(progress)
      .when([1001, posted(0, 1000)])
      .thenRefused('stale')
      .when(click('ann', 1, 2000))
      .thenRefused('paused')
      .when([61_000, order('resume')])
      .thenAtLast(arm('close', 81_000))
      .when(click('ann', 1, 71_000))
      .thenPoints({ ann: 750 });
  });

  it('before the message is out asks for it again', () => {
    given(waiting())
      .when([500, order('pause')], [900, order('resume')])
      .thenAtLast({ kind: 'post-question', no: 0 });
  });

  it('in a reveal gives the rest of the reveal again', () => {
    given(asking())
      .when([21_000, timer('close')], [23_000, order('pause')])
      .thenDone(disarm('reveal'), asked, 'arm')
      .when([30_000, order('resume')])
      .thenAtLast(arm('reveal', 33_000));
  });

  it('comes by itself after three questions without any answer, and then the next question', () => {
    const alone = given(asking(['ann'], { count: 5 }))
      .when(...unanswered(0, 1, 2))
      .thenPhase({ kind: 'paused', reason: { kind: 'nobody-answers' } });
    alone.when([90_000, order('resume')]).thenAtLast({ kind: 'post-question', no: 3 });
    alone.when([2_000_000, timer('pause', 2)]).thenPhase({ reason: 'nobody' });
  });

  it('does not come after the last question, which ends the quiz', () => {
    given(asking(['ann'], { count: 3 }))
      .when(...unanswered(0, 1, 2))
      .thenPhase({ kind: 'over', reason: 'finished' });
  });

  it('in which the quiz is stopped stays a pause for clicks that come later', () => {
    const stopped = paused.when([7000, order('stop', 'host', false, 7500)]);
    stopped.when(click('ann', 1, 6500, 8000)).thenRefused('paused');
    stopped.when(click('ann', 1, 3000, 8000)).thenTaken();
  });

  it('for a lost permission names it, and takes the place of another reason', () => {
    const reason = { kind: 'lost', what: 'post' } as const;
    const lost = (at: number): Happening => [at, { kind: 'lost', reason: 'post' }];
    const quiz = given(asking()).when(lost(2000));
    quiz.thenDone(disarm('close'), { kind: 'say', what: 'paused', reason }, 'arm', progress);
    quiz.when(lost(2100)).thenRefused('paused');
    paused.when(lost(7000)).thenPhase({ reason });
    quiz.when([3_000_000, timer('pause')]).thenPhase({ reason: 'lost-permission' });
  });
});
