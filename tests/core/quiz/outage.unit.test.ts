import { describe, it } from 'vitest';
import type { Happening } from './given.ts';
import { arm, asking, click, given, opened, order, posted, skip, start, timer, waiting } from './given.ts';

const running = given(asking(['ann', 'bob']));
/** From 6 s on, for 25 s, nothing that people did could arrive. */
const heard: Happening = [31_000, { kind: 'heard', lost: 25_000 }];
const unheard: Happening = [186_000, { kind: 'unheard', lost: 180_000 }];

describe('time in which nothing could arrive', () => {
  it('is given back, shown and told', () => {
    running
      .when(heard)
      .thenDone(arm('close', 46_000), { kind: 'progress', no: 0 }, { kind: 'say', what: 'waited', lost: 25_000 })
      .when(click('ann', 1, 36_000), [46_000, timer('close')])
      .thenPoints({ ann: 750, bob: 0 });
  });

  it('counts a click that was made meanwhile and comes late as made when it began', () => {
    running
      .when(heard, click('ann', 1, 20_000, 31_001))
      .thenTaken()
      .when([46_000, timer('close')])
      .thenPoints({
        ann: 875,
        bob: 0,
      });
  });

  it('is given back without a word when it was short', () => {
    running.when([7000, { kind: 'heard', lost: 1000 }]).thenDone(arm('close', 22_000), { kind: 'progress', no: 0 });
    running.when([7000, { kind: 'heard', lost: 0 }]).thenDone(arm('close', 21_000));
  });

  it('is given back to a question that was posted in it only as far as that goes', () => {
    given(waiting())
      .when([21_000, posted(0, 21_000)], heard)
      .thenAtLast({ kind: 'say', what: 'waited', lost: 25_000 });
    given(waiting())
      .when([21_000, posted(0, 21_000)], heard)
      .thenPhase({ question: { due: start + 31_000 + 20_000 } });
  });

  it('is given back in the lobby, in a reveal and in a pause, too', () => {
    given(opened()).when(heard).thenDone(arm('lobby', 55_000), 'edit-lobby');
    running.when([5000, skip(0)], heard).thenDone(arm('reveal', 35_000), { kind: 'say', what: 'waited', lost: 25_000 });
    running.when([5000, order('pause')], heard).thenDone(arm('pause', 1_830_000));
  });

  it('pauses the quiz when it takes too long, with the time given back as soon as it goes on', () => {
    const paused = running.when(unheard).thenPhase({ kind: 'paused', reason: { kind: 'unheard' } });
    paused
      .when([300_000, { kind: 'heard', lost: 114_000 }])
      .thenDone(arm('pause', 186_000 + 1_800_000 + 114_000))
      .when([310_000, order('resume')], click('ann', 1, 315_000), [325_000, timer('close')])
      .thenPoints({ ann: 750, bob: 0 });
  });

  it('leaves a lobby waiting', () => {
    given(opened())
      .when(unheard)
      .thenPhase({ kind: 'lobby', due: start + 210_000 });
  });
});
