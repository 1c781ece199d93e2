import { describe, expect, it } from 'vitest';
import { createPlatformClock } from '../../src/ops/platform-clock.ts';

describe('a platform’s clock', () => {
  it('is the bot’s own until the platform has said something', () => {
    const clock = createPlatformClock(() => 5000);
    expect([clock.now(), clock.ahead()]).toEqual([5000, 0]);
  });

  it('goes by what came quickest of the last few, since nothing comes before it has happened', () => {
    let own = 100_000;
    const clock = createPlatformClock(() => own);
    for (const [late, passed] of [
      [900, 1000],
      [40, 1000],
      [25_000, 1000],
      [300, 1000],
    ] as const) {
      own += passed;
      clock.note(own - 20_000 - late);
    }
    expect(clock.ahead()).toBe(-20_040);
    expect(clock.now()).toBe(own - 20_040);
  });

  it.each([-3000, 3000])('follows a clock that was set by %i ms', (change) => {
    const clock = createPlatformClock(() => 0);
    clock.note(50);
    for (let reading = 0; reading < 16; reading += 1) clock.note(change);
    expect(clock.ahead()).toBe(change);
  });

  it('takes no notice of what is no instant', () => {
    const clock = createPlatformClock(() => 0);
    clock.note(700);
    clock.note(Number.NaN);
    expect(clock.ahead()).toBe(700);
  });
});
