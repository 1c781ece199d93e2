import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished } from 'vitest';
import type { Messenger } from '../../../src/app/delivery/messenger.ts';
import { createOutboxRelay } from '../../../src/app/delivery/relay.ts';
import type { Store } from '../../../src/app/store/store.ts';
import { openStore } from '../../../src/storage/open-store.ts';
import type { Database } from '../../faults/database.ts';
import { sqliteDatabase } from '../../faults/database.ts';
import { silent } from '../../silent.ts';
import { SimulatedPlatform } from '../../simulators/platform/platform.ts';
import { putNewDatabase } from '../../storage/new-database.ts';
import { put, samplePost } from '../../storage/samples.ts';
import { settled } from '../../storage/settled.ts';
import { until } from '../../until.ts';
import type { TestClock } from '../house.ts';
import { standingClock } from '../house.ts';

/** The time of day may be set against the steady one. */
export type SetClock = TestClock & { readonly setWall: (milliseconds: number) => void };

export type Post = {
  readonly store: Store;
  readonly database: Database;
  readonly platform: SimulatedPlatform;
  readonly clock: SetClock;
  /** Waits until all that is due has been tried. */
  readonly tried: () => Promise<void>;
};

export function settableClock(start: number): SetClock {
  const clock = standingClock(start);
  let ahead = 0;
  return {
    ...clock,
    wall: () => clock.wall() + ahead,
    setWall: (milliseconds) => {
      ahead += milliseconds;
    },
  };
}

/** A store, a platform whose messenger may be changed, and a relay between them. */
export async function openPost(
  change: (messenger: Messenger, clock: TestClock) => Messenger,
  before: (store: Store) => Promise<unknown> = async () => {},
): Promise<Post> {
  const directory = await mkdtemp(join(tmpdir(), 'deliver-'));
  const clock = settableClock(100_000);
  const path = join(directory, 'bot.sqlite');
  await putNewDatabase(path);
  const store = await openStore({ kind: 'sqlite', path }, { owner: 'process', log: silent });
  await before(store);
  const platform = new SimulatedPlatform(() => clock.wall());
  const messengers = new Map([['slack', change(platform.messenger, clock)]]);
  const relay = createOutboxRelay({ store, clock, messengers, log: silent });
  relay.start();
  const waking = setInterval(() => relay.wake(), 5);
  onTestFinished(async () => {
    clearInterval(waking);
    await relay.stop();
    await store.close();
    await rm(directory, { recursive: true });
  });
  const database = sqliteDatabase(path);
  return { store, database, platform, clock, tried: () => settled(database, clock, relay.wake, ['outbox']) };
}

/** Lets time pass in steps, so that everything that falls due in it happens in its order. */
export async function passTime({ clock, tried }: Post, milliseconds: number): Promise<void> {
  for (let gone = 0; gone < milliseconds; gone += 250) {
    clock.set(clock.steady() + 250);
    await tried();
  }
}

export const isIdle = ({ store }: Post) => until(async () => expect(await store.outbox.untilNext(0)).toBeNull());

/** Puts in a message that stands on the platform already, for edits to be about. */
export async function putRoot({ store, platform }: Post): Promise<void> {
  await put(store, [samplePost('root', { lane: 'root' })], 100_000);
  await until(() => expect(platform.messages).toHaveLength(1));
  await isIdle({ store } as Post);
}

/** A message whose first attempt, at 100,000, was cut off by the end of the process. */
export async function cutOff(store: Store): Promise<void> {
  await put(store, [samplePost('a')], 100_000);
  const [outgoing] = await store.outbox.claim(100_000, 1, 1);
  if (outgoing !== undefined) await store.outbox.markUncertain(outgoing, 100_000, 1);
}

/** The platform comes to do what it was asked for by that attempt. */
export async function takeEffect({ platform }: Post): Promise<void> {
  const address = { kind: 'channel', channel: 'slack:T1:C1', thread: null } as const;
  await platform.messenger.post({ key: 'a', address, card: { body: [] }, ping: null });
}
