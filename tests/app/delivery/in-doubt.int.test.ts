import { describe, expect, it } from 'vitest';
import { put, samplePost } from '../../storage/samples.ts';
import { until } from '../../until.ts';
import { cutOff, isIdle, openPost, passTime, takeEffect } from './outgoing.ts';

describe('a message whose attempt a crash cut off', () => {
  it('is not sent again before an attempt that a crash cut off has had its time to take effect', async () => {
    const post = await openPost((messenger) => ({ ...messenger, patience: 1000, aftermath: 1000 }), cutOff);
    await passTime(post, 1750);
    expect(post.platform.messages).toEqual([]);
    await takeEffect(post);
    await passTime(post, 2000);
    await isIdle(post);
    expect(post.platform.messages).toHaveLength(1);
  });

  it('is sent again when an attempt that a crash cut off had its time and did nothing', async () => {
    const post = await openPost((messenger) => ({ ...messenger, patience: 1000, aftermath: 1000 }), cutOff);
    await passTime(post, 3000);
    await isIdle(post);
    expect(post.platform.messages.map(({ key }) => key)).toEqual(['a']);
    expect(post.platform.messages[0]?.at).toBeGreaterThanOrEqual(102_500);
  });

  it('that stands there after a crash is found without waiting', async () => {
    const post = await openPost((messenger) => ({ ...messenger, patience: 60_000, aftermath: 60_000 }), cutOff);
    await takeEffect(post);
    post.clock.set(106_000);
    await isIdle(post);
    expect(post.platform.messages.map(({ key, at }) => [key, at])).toEqual([['a', 100_000]]);
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
      aftermath: 4000,
      post: async () => ({ kind: 'unknown', reason: 'time-out' }),
    }));
    await put(post.store, [samplePost('a', { follow: { kind: 'f', payload: {} } })], 100_000);
    await passTime(post, 1500);
    await takeEffect(post);
    await passTime(post, 1750);
    await isIdle(post);
    const [follow] = await post.store.timers.claim({ wall: 0, steady: 0 }, 1, 1000);
    expect(follow?.payload).toMatchObject({ end: { kind: 'sent', late: true } });
  });
});
