import type { Clock } from '../app/clock.ts';

/** The machine's clocks: the time of day, and one that began with it and goes on evenly whatever is set. */
export function createClock(): Clock {
  const began = Date.now() - performance.now();
  return { wall: () => Date.now(), steady: () => Math.round(began + performance.now()) };
}
