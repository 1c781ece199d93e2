import type { Clock } from '../app/clock.ts';

/**
 * The machine's clocks: the time of day, and a monotonic one that started with it. `ahead`: how many ms to add to the
 * machine's time of day.
 */
export function createClock(ahead: () => number = () => 0): Clock {
  const wall = () => Date.now() + ahead();
  const began = wall() - performance.now();
  return { wall, steady: () => Math.round(began + performance.now()) };
}
