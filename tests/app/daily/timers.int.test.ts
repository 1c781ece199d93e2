import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { createBankIndex } from '../../../src/app/bank-index.ts';
import { armDaily } from '../../../src/app/daily/arming.ts';
import { createDailyTimers } from '../../../src/app/daily/timers.ts';
import { dailyDefaults } from '../../../src/core/daily/settings.ts';
import { contentDigest } from '../../../src/ops/digest.ts';
import { openStore } from '../../../src/storage/open-store.ts';
import { shipped } from '../../search/bank.ts';
import { silent } from '../../silent.ts';
import { rules } from '../../zone-rules.ts';
import { standingClock } from '../house.ts';

const channel = 'sim:S:C';

it('posts nothing for a timer that another process has taken over meanwhile', async () => {
  const directory = await mkdtemp(join(tmpdir(), 'daily-'));
  const store = await openStore({ kind: 'sqlite', path: join(directory, 'bot.sqlite') }, { owner: 'o', log: silent });
  onTestFinished(async () => {
    await store.close();
    await rm(directory, { recursive: true });
  });
  const clock = standingClock(Date.parse('2026-11-02T08:00:00Z'));
  const schedule = {
    ...{ channel, scope: 'sim:S', setBy: 'sim:S:ada', on: true },
    settings: { ...dailyDefaults, time: { hour: 8, minute: 0 }, zone: 'Etc/UTC' },
    ...{ nextDate: '2026-11-02', nextAt: clock.wall(), rules: rules.version },
  };
  await store.transact(async (unit) => {
    await unit.daily.saveSchedule(schedule);
    await armDaily(unit, schedule, clock.wall());
  });
  const handlers = new Map(
    createDailyTimers({
      store,
      bank: createBankIndex(shipped, contentDigest),
      clock,
      rules,
      random: Math.random,
      log: silent,
    }),
  );
  const claim = async () => {
    const [timer] = await store.timers.claim({ wall: clock.wall(), steady: 0 }, 1, 10);
    if (timer === undefined) throw new Error('Nothing is due.');
    return () => handlers.get(timer.kind)?.(timer);
  };
  const posts = () => store.transact((unit) => unit.daily.openPosts(channel));
  const lost = await claim();
  clock.set(clock.wall() + 20);
  const taken = await claim();
  await lost();
  expect(await posts()).toHaveLength(0);
  await taken();
  expect(await posts()).toHaveLength(1);
});
