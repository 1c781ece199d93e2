import { expect, it } from 'vitest';
import { createInHand } from '../../../src/app/delivery/in-hand.ts';
import { put, samplePost } from '../../storage/samples.ts';
import { until } from '../../until.ts';
import { isIdle, openPost } from './outgoing.ts';

const scoped = (scope: string, no: number) => {
  const channel = `${scope}:C${no}`;
  return samplePost(`${scope}-${no}`, { scope, channel, lane: channel });
};

it('what one workspace has to send by the hundred is taken in hand by and by, and another’s message goes at once', async () => {
  const { promise, resolve } = Promise.withResolvers<void>();
  let begun = 0;
  const post = await openPost(
    (messenger) => ({
      ...messenger,
      post: async (each) => {
        if (!each.key.startsWith('slack:A')) return messenger.post(each);
        begun += 1;
        await promise;
        return messenger.post(each);
      },
    }),
    (store) =>
      put(
        store,
        Array.from({ length: 300 }, (_, no) => scoped('slack:A', no)),
        90_000,
      ),
  );
  await until(() => expect(begun).toBeGreaterThan(0));
  await put(post.store, [scoped('slack:B', 1)], 100_000);
  await until(() => expect(post.platform.messages.map(({ key }) => key)).toEqual(['slack:B-1']));
  // One claim takes so many; none is taken after it.
  expect(begun).toBe(20);
  resolve();
  await isIdle(post);
  expect(post.platform.messages).toHaveLength(301);
});

it('a scope is full until half of what it has in hand has ended', async () => {
  const inHand = createInHand(4);
  const ends: (() => void)[] = [];
  const works = [1, 2, 3, 4].map(() => inHand.during('a', () => new Promise<void>((resolve) => ends.push(resolve))));
  expect(inHand.full()).toEqual(['a']);
  ends[0]?.();
  await works[0];
  expect(inHand.full()).toEqual(['a']);
  ends[1]?.();
  await works[1];
  expect(inHand.full()).toEqual([]);
});
