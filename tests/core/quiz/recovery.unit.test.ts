import { describe, it } from 'vitest';
import type { Happening } from './given.ts';
import { arm, asking, click, given, opened, order, posted, skip, timer, waiting } from './given.ts';

const running = given(asking(['ann', 'bob']));
/** Nobody looked after the quiz for a minute. */
const recovered: Happening = [66_000, { kind: 'recovered', lost: 60_000 }];

describe('recovery', () => {
  it('moves the close and gives the lost time back', () => {
    running
      .when(recovered)
      .thenDone(arm('close', 81_000))
      .when(click('ann', 1, 71_000), [81_000, timer('close')])
      .thenPoints({ ann: 750, bob: 0 });
  });

  it('leaves the points of answers that are in', () => {
    running.when(click('ann', 1, 3000), recovered, [81_000, timer('close')]).thenPoints({ ann: 950, bob: 0 });
  });

  it('counts a click made meanwhile as made when we failed, one made before as ever', () => {
    running
      .when(recovered, click('ann', 1, 40_000, 66_001), click('bob', 1, 3000, 66_001))
      .thenPoints({ ann: 875, bob: 950 });
  });

  it('moves the lobby, the reveal, the pause and the grace', () => {
    given(opened()).when(recovered).thenDone(arm('lobby', 90_000));
    const closed = running.when([5000, skip(0)], recovered).thenDone(arm('reveal', 70_000));
    closed.when(click('ann', 1, 4000, 67_000)).thenTaken();
    running.when([5000, order('pause')], recovered).thenDone(arm('pause', 1_865_000));
  });

  it('in a pause, between a message and the news of it, gives the whole time again', () => {
    given(waiting())
      .when([500, order('pause')], recovered, [66_000, posted(0, 1000)], [70_000, order('resume')])
      .when(click('ann', 1, 80_500))
      .thenPoints({ ann: 750 });
  });

  it('of the platform, between a message and the news of it, gives the whole time again', () => {
    given(waiting())
      .when([7000, { ...posted(0, 1000), late: true }], click('ann', 1, 17_500, 17_000))
      .thenPoints({ ann: 750 });
  });

  it('between a message and the news of it gives the whole time again', () => {
    given(waiting())
      .when(recovered, [66_000, posted(0, 1000)], click('ann', 1, 76_500, 76_000))
      .thenPoints({ ann: 750 });
  });
});
