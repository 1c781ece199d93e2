import { describe, expect, it } from 'vitest';
import { put, sampleEdit, samplePost } from '../../storage/samples.ts';
import { until } from '../../until.ts';
import { isIdle, openPost, passTime, putRoot, takeEffect } from './outgoing.ts';

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
      aftermath: 1000,
      post: async () => {
        attempts.push(clock.wall());
        return { kind: 'unknown', reason: 'time-out' };
      },
    }));
    await put(post.store, [samplePost('a')], 100_000);
    await until(() => expect(attempts).toEqual([100_000]));
    await passTime(post, 1250);
    expect(attempts).toEqual([100_000]);
    await passTime(post, 1000);
    const [, second = 0] = attempts;
    expect(second).toBeGreaterThanOrEqual(101_500);
    const [outgoing] = await post.store.outbox.claim(900_000, 1, 1000);
    expect(outgoing?.uncertainSince).toBe(second);
  });

  it.each([
    ['back', -10_000],
    ['forward', 3_600_000],
  ])('is not sent twice when the clock is set %s after an attempt without an answer', async (_, change) => {
    let attempts = 0;
    const post = await openPost((messenger) => ({
      ...messenger,
      patience: 1000,
      aftermath: 1000,
      post: async () => {
        attempts += 1;
        return { kind: 'unknown', reason: 'time-out' };
      },
    }));
    await put(post.store, [samplePost('a')], 100_000);
    await until(() => expect(attempts).toBe(1));
    post.clock.setWall(change);
    await passTime(post, 1250);
    await takeEffect(post);
    await passTime(post, 13_000);
    await isIdle(post);
    expect(attempts).toBe(1);
    expect(post.platform.messages).toHaveLength(1);
  });

  it('that is an edit is made once more when an earlier one may still undo it', async () => {
    const titles: string[] = [];
    const post = await openPost((messenger) => ({
      ...messenger,
      patience: 1000,
      aftermath: 1000,
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
    await passTime(post, 1750);
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
