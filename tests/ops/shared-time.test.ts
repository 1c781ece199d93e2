import { describe, expect, it, onTestFinished } from 'vitest';
import { createClock } from '../../src/ops/clock.ts';
import { followServer } from '../../src/ops/shared-time.ts';
import { silent } from '../app/house.ts';

async function follow(serverTime: () => Promise<number | null>, now = Date.now) {
  const warnings: string[] = [];
  const log = { ...silent, warn: (_: object, message: string) => void warnings.push(message) };
  const shared = await followServer({ serverTime, log, now });
  onTestFinished(shared.stop);
  return { ...shared, warnings };
}

describe('the time that instances share', () => {
  it('is that of the server, on machines whose clocks differ', async () => {
    const server = async () => Date.now();
    const behind = await follow(server, () => Date.now() - 21_000);
    const right = await follow(server);
    expect(Math.abs(behind.ahead() - 21_000)).toBeLessThan(500);
    expect(Math.abs(right.ahead())).toBeLessThan(500);
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
    const steady = clock.steady();
    expect(Math.abs(clock.wall() - Date.now() - 60_000)).toBeLessThan(500);
    expect(Math.abs(steady - clock.wall())).toBeLessThan(500);
    ahead = 0;
    expect(Math.abs(clock.wall() - Date.now())).toBeLessThan(500);
    expect(Math.abs(clock.steady() - steady)).toBeLessThan(500);
  });
});
