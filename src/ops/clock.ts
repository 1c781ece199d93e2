import type { Clock } from '../app/clock.ts';

/**
 * The machine's clocks: the time of day, and one that began with it and goes on evenly whatever is set. `ahead`: by how
 * many ms the time of day to go by is ahead of the machine's.
 */
export function createClock(ahead: () => number = () => 0): Clock {
  const wall = () => Date.now() + ahead();
  const began = wall() - performance.now();
  return { wall, steady: () => Math.round(began + performance.now()) };
}
