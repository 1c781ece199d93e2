import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished, vi } from 'vitest';
import { createOutboxRelay } from '../../../src/app/delivery/relay.ts';
import { openStore } from '../../../src/storage/open-store.ts';
import { silent } from '../../silent.ts';
import { SimulatedPlatform } from '../../simulators/platform/platform.ts';
import { put, sampleEdit, samplePost } from '../../storage/samples.ts';
import { until } from '../../until.ts';
import { standingClock } from '../house.ts';

/** Until the budget has its next place, in ms; that goes to another message every time. */
const nextPlace = 1300;

it('posts an answer that is always told to wait a little when it has waited for too long in all', async () => {
  const directory = await mkdtemp(join(tmpdir(), 'pressed-'));
  const clock = standingClock(100_000);
  const location = { kind: 'sqlite', path: join(directory, 'bot.sqlite') } as const;
  const store = await openStore(location, { owner: 'process', log: silent });
  const platform = new SimulatedPlatform(clock.wall);
  const edit = vi.fn(async () => ({ kind: 'later', after: nextPlace, reason: 'budget' }) as const);
  const messengers = new Map([['slack', { ...platform.messenger, edit }]]);
  const relay = createOutboxRelay({ store, clock, messengers, log: silent });
  onTestFinished(async () => {
    await relay.stop();
    await store.close();
    await rm(directory, { recursive: true });
  });
  relay.start();
  await put(store, [samplePost('root', { lane: 'root' })], clock.wall());
  relay.wake();
  await until(() => expect(platform.messages).toHaveLength(1));
  await put(store, [sampleEdit('reveal', 'root', 'The answer', { pressed: 'post' })], clock.wall());
  relay.wake();
  await until(() => expect(edit).toHaveBeenCalledTimes(1));
  expect(platform.messages).toHaveLength(1);
  await until(async () => expect(await store.outbox.untilNext(clock.wall())).toBe(nextPlace));
  clock.set(clock.wall() + nextPlace);
  relay.wake();
  await until(() => expect(platform.messages.map(({ key }) => key)).toEqual(['root', 'reveal']));
});
