import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { Messenger } from '../../../src/app/delivery/messenger.ts';
import { createOutboxRelay } from '../../../src/app/delivery/relay.ts';
import type { Store } from '../../../src/app/store/store.ts';
import { openStore } from '../../../src/storage/open-store.ts';
import type { Database } from '../../faults/database.ts';
import { sqliteDatabase } from '../../faults/database.ts';
import { silent } from '../../silent.ts';
import { SimulatedPlatform } from '../../simulators/platform/platform.ts';
import { put, sampleEdit, samplePost } from '../../storage/samples.ts';
import { settled } from '../../storage/settled.ts';
import { until } from '../../until.ts';
import type { TestClock } from '../house.ts';
import { standingClock } from '../house.ts';

/** The time of day may be set against the steady one. */
type SetClock = TestClock & { readonly setWall: (milliseconds: number) => void };

type Post = {
  readonly store: Store;
  readonly database: Database;
  readonly platform: SimulatedPlatform;
  readonly clock: SetClock;
  /** Waits until all that is due has been tried. */
  readonly tried: () => Promise<void>;
};

function settableClock(start: number): SetClock {
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

/** A store, a platform whose messenger may be changed, and the relay between them. */
async function openPost(
  change: (messenger: Messenger, clock: TestClock) => Messenger,
  before: (store: Store) => Promise<unknown> = async () => {},
): Promise<Post> {
  const directory = await mkdtemp(join(tmpdir(), 'deliver-'));
  const clock = settableClock(100_000);
  const location = { kind: 'sqlite', path: join(directory, 'bot.sqlite') } as const;
  const store = await openStore(location, { owner: 'process', log: silent });
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
  const database = sqliteDatabase(location.path);
  return { store, database, platform, clock, tried: () => settled(database, clock, relay.wake, ['outbox']) };
}

/** Lets time pass in steps, so that everything that falls due in it happens in its order. */
async function goOn({ clock, tried }: Post, milliseconds: number): Promise<void> {
  for (let gone = 0; gone < milliseconds; gone += 250) {
    clock.set(clock.steady() + 250);
    await tried();
  }
}

const isIdle = ({ store }: Post) => until(async () => expect(await store.outbox.untilNext(0)).toBeNull());

/** Puts in a message that stands on the platform already, for edits to be about. */
async function putRoot({ store, platform }: Post): Promise<void> {
  await put(store, [samplePost('root', { lane: 'root' })], 100_000);
  await until(() => expect(platform.messages).toHaveLength(1));
  await isIdle({ store } as Post);
}

/** A message whose first attempt, at 100,000, was cut off by the end of the process. */
async function cutOff(store: Store): Promise<void> {
  await put(store, [samplePost('a')], 100_000);
  const [outgoing] = await store.outbox.claim(100_000, 1, 1);
  if (outgoing !== undefined) await store.outbox.markUncertain(outgoing, 100_000);
}

/** The platform comes to do what it was asked for by that attempt. */
async function takeEffect({ platform }: Post): Promise<void> {
  const address = { kind: 'channel', channel: 'slack:T1:C1', thread: null } as const;
  await platform.messenger.post({ key: 'a', address, card: { body: [] }, ping: null });
}

describe('a message on its way out', () => {
  it('that took the place of an edit is not posted twice when the answer to it was lost', async () => {
    const post = await openPost((messenger) => ({
      ...messenger,
      edit: async () => ({ kind: 'later', after: 60_000, reason: 'rate limit' }),
    }));
    await putRoot(post);
    post.platform.fault = (call) => (call === 'post' ? 'done-but-lost' : null);
    await put(post.store, [sampleEdit('reveal', 'root', 'The answer', { pressed: 'post' })], 100_000);
    await until(() => expect(post.platform.messages).toHaveLength(2));
    await post.tried();
    post.platform.fault = () => null;
    post.clock.set(200_000);
    await isIdle(post);
    expect(post.platform.messages.map(({ key }) => key)).toEqual(['root', 'reveal']);
    expect(post.platform.messages[0]?.edits).toBe(0);
  });

  it('is not tried without a pause, even where the platform says that none is needed', async () => {
    let calls = 0;
    const post = await openPost((messenger) => ({
      ...messenger,
      post: async () => {
        calls += 1;
        return { kind: 'later', after: 0, reason: 'rate limit' };
      },
    }));
    await put(post.store, [samplePost('a')], 100_000);
    await post.tried();
    expect(calls).toBe(1);
  });

  it('is left out when it would have to wait and may be missed', async () => {
    const post = await openPost((messenger) => ({
      ...messenger,
      edit: async () => ({ kind: 'later', after: 60_000, reason: 'rate limit' }),
    }));
    await putRoot(post);
    await put(post.store, [sampleEdit('progress', 'root', '3 answered', { pressed: 'drop' })], 100_000);
    await isIdle(post);
    expect(post.platform.messages.map(({ key }) => key)).toEqual(['root']);
  });

  it('is waited for from its last attempt on, not from its first', async () => {
    const attempts: number[] = [];
    const post = await openPost((messenger, clock) => ({
      ...messenger,
      patience: 1000,
      post: async () => {
        attempts.push(clock.wall());
        return { kind: 'unknown', reason: 'time-out' };
      },
    }));
    await put(post.store, [samplePost('a')], 100_000);
    await until(() => expect(attempts).toEqual([100_000]));
    await goOn(post, 1250);
    expect(attempts).toEqual([100_000]);
    await goOn(post, 1000);
    const [, second = 0] = attempts;
    expect(second).toBeGreaterThanOrEqual(101_500);
    const [outgoing] = await post.store.outbox.claim(900_000, 1, 1000);
    expect(outgoing?.uncertainSince).toBe(second);
  });

  it('is not sent again before an attempt that a crash cut off has had its time to take effect', async () => {
    const post = await openPost((messenger) => ({ ...messenger, patience: 1000 }), cutOff);
    await goOn(post, 1750);
    expect(post.platform.messages).toEqual([]);
    await takeEffect(post);
    await goOn(post, 2000);
    await isIdle(post);
    expect(post.platform.messages).toHaveLength(1);
  });

  it('is sent again when an attempt that a crash cut off had its time and did nothing', async () => {
    const post = await openPost((messenger) => ({ ...messenger, patience: 1000 }), cutOff);
    await goOn(post, 3000);
    await isIdle(post);
    expect(post.platform.messages.map(({ key }) => key)).toEqual(['a']);
    expect(post.platform.messages[0]?.at).toBeGreaterThanOrEqual(102_500);
  });

  it('that stands there after a crash is found without waiting', async () => {
    const post = await openPost((messenger) => ({ ...messenger, patience: 60_000 }), cutOff);
    await takeEffect(post);
    post.clock.set(106_000);
    await isIdle(post);
    expect(post.platform.messages.map(({ key, at }) => [key, at])).toEqual([['a', 100_000]]);
  });

  it.each([
    ['back', -10_000],
    ['forward', 3_600_000],
  ])('is not sent twice when the clock is set %s after an attempt without an answer', async (_, change) => {
    let attempts = 0;
    const post = await openPost((messenger) => ({
      ...messenger,
      patience: 1000,
      post: async () => {
        attempts += 1;
        return { kind: 'unknown', reason: 'time-out' };
      },
    }));
    await put(post.store, [samplePost('a')], 100_000);
    await until(() => expect(attempts).toBe(1));
    post.clock.setWall(change);
    await goOn(post, 1250);
    await takeEffect(post);
    await goOn(post, 13_000);
    await isIdle(post);
    expect(attempts).toBe(1);
    expect(post.platform.messages).toHaveLength(1);
  });

  it('is not begun again while it is under way, though the clock was set and its lease seems to be over', async () => {
    const begun: string[] = [];
    const { promise: held, resolve: letGo } = Promise.withResolvers<void>();
    const post = await openPost((messenger) => ({
      ...messenger,
      post: async (of) => {
        begun.push(of.key);
        await held;
        return messenger.post(of);
      },
    }));
    await put(post.store, [samplePost('a')], 100_000);
    await until(() => expect(begun).toEqual(['a']));
    post.clock.setWall(30_000);
    await until(async () =>
      expect(await post.database.read("select attempts from outgoings where id = 'a'")).toEqual([{ attempts: 2 }]),
    );
    // What was taken up after it has begun, so it would have, too.
    await put(post.store, [samplePost('b', { lane: 'b' })], 100_000);
    await until(() => expect(begun).toContain('b'));
    expect(begun).toEqual(['a', 'b']);
    letGo();
    await isIdle(post);
    expect(post.platform.messages.map(({ key }) => key).toSorted()).toEqual(['a', 'b']);
  });

  it('is found soon after it stood there late, and that it was late is told', async () => {
    const post = await openPost((messenger) => ({
      ...messenger,
      patience: 4000,
      post: async () => ({ kind: 'unknown', reason: 'time-out' }),
    }));
    await put(post.store, [samplePost('a', { follow: { kind: 'f', payload: {} } })], 100_000);
    await goOn(post, 1500);
    await takeEffect(post);
    await goOn(post, 1750);
    await isIdle(post);
    const [follow] = await post.store.timers.claim({ wall: 0, steady: 0 }, 1, 1000);
    expect(follow?.payload).toMatchObject({ end: { kind: 'sent', late: true } });
  });

  it('that is an edit is made once more when an earlier one may still undo it', async () => {
    const titles: string[] = [];
    const post = await openPost((messenger) => ({
      ...messenger,
      patience: 1000,
      edit: async (address, message, card) => {
        titles.push(card.title ?? '');
        return card.title === 'progress'
          ? { kind: 'unknown', reason: 'time-out' }
          : messenger.edit(address, message, card);
      },
    }));
    await putRoot(post);
    const expires = 100_100;
    await put(post.store, [sampleEdit('progress', 'root', 'progress', { lane: 'progress', expires })], 100_000);
    await until(() => expect(titles).toEqual(['progress']));
    await put(post.store, [sampleEdit('reveal', 'root', 'reveal')], 100_000);
    await until(() => expect(titles).toEqual(['progress', 'reveal']));
    await goOn(post, 1750);
    await isIdle(post);
    expect(titles).toEqual(['progress', 'reveal', 'reveal']);
  });

  it('that was of use until a time is left out after it, also when an attempt had no answer and did nothing', async () => {
    const post = await openPost((messenger) => messenger);
    post.platform.fault = () => 'unknown';
    await put(post.store, [samplePost('a', { expires: 150_000, follow: { kind: 'f', payload: {} } })], 100_000);
    await until(async () => expect(await post.store.outbox.untilNext(100_000)).toBeGreaterThan(0));
    post.platform.fault = () => null;
    post.clock.set(150_001);
    await isIdle(post);
    expect(post.platform.messages).toEqual([]);
    const [follow] = await post.store.timers.claim({ wall: 0, steady: 0 }, 1, 1000);
    expect(follow?.payload).toEqual({ end: { kind: 'dropped' } });
  });

  it('is not overtaken by another about the same message', async () => {
    const titles: string[] = [];
    const { promise: held, resolve: release } = Promise.withResolvers<void>();
    const begun: (string | undefined)[] = [];
    const post = await openPost((messenger) => ({
      ...messenger,
      edit: async (address, message, card) => {
        begun.push(card.title);
        if (card.title === 'progress') await held;
        titles.push(card.title ?? '');
        return messenger.edit(address, message, card);
      },
    }));
    await putRoot(post);
    await put(post.store, [sampleEdit('progress', 'root', 'progress', { lane: 'progress' })], 100_000);
    await until(() => expect(begun).toEqual(['progress']));
    await put(post.store, [sampleEdit('reveal', 'root', 'reveal')], 100_000);
    // What was put in after it has arrived, so it would have, too.
    await put(post.store, [samplePost('later', { lane: 'later' })], 100_000);
    await until(() => expect(post.platform.messages).toHaveLength(2));
    release();
    await isIdle(post);
    expect(titles).toEqual(['progress', 'reveal']);
  });
});
