import { describe, expect, it, onTestFinished } from 'vitest';
import { createClock } from '../../src/ops/clock.ts';
import { followServerClock } from '../../src/ops/shared-time.ts';
import { silent } from '../silent.ts';

async function follow(serverTime: () => Promise<number | null>, now = Date.now) {
  const warnings: string[] = [];
  const log = { ...silent, warn: (_: object, message: string) => void warnings.push(message) };
  const shared = await followServerClock({ serverTime, log, now });
  onTestFinished(shared.stop);
  return { ...shared, warnings };
}

describe('the time that instances share', () => {
  it('is that of the server, on machines whose clocks differ', async () => {
    // No answer can be off by more than it took, with a millisecond for what is rounded.
    const began = performance.now() - 1;
    const server = async () => Date.now();
    const behind = await follow(server, () => Date.now() - 21_000);
    const right = await follow(server);
    const way = performance.now() - began;
    expect(Math.abs(behind.ahead() - 21_000)).toBeLessThanOrEqual(way);
    expect(Math.abs(right.ahead())).toBeLessThanOrEqual(way);
    expect(behind.warnings).toHaveLength(1);
    expect(right.warnings).toEqual([]);
  });

  it('is the machine’s own where there is no server, or none that answers', async () => {
    expect((await follow(async () => null)).ahead()).toBe(0);
    expect((await follow(() => Promise.reject(new Error('away')))).ahead()).toBe(0);
  });

  it('is what the clock of the process shows', () => {
    let ahead = 60_000;
    const clock = createClock(() => ahead);
    const began = Date.now();
    const [first, steady] = [clock.wall(), clock.steady()];
    ahead = 0;
    const [second, later] = [clock.wall(), clock.steady()];
    // All were read one after the other, with a few ms for what is rounded.
    const took = Date.now() - began + 5;
    expect(first - 60_000 - began).toBeGreaterThanOrEqual(-5);
    for (const off of [first - 60_000 - began, steady - first, second - began, later - steady]) {
      expect(Math.abs(off)).toBeLessThanOrEqual(took);
    }
  });
});
