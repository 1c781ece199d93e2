import { expect, it } from 'vitest';
import { createTokenBucket } from '../../../../src/adapters/slack/outbound/token-bucket.ts';

it('tells everybody who has to wait of a place of their own', () => {
  let now = 0;
  const bucket = createTokenBucket(1000, 2, () => now);
  expect([bucket.take(), bucket.take()]).toEqual([0, 0]);
  const waits = [bucket.take(), bucket.take(), bucket.take()];
  expect(waits).toEqual([1000, 2000, 3000]);
  for (const wait of waits) {
    now = wait;
    expect(bucket.take()).toBe(0);
  }
});

it('does not put anybody off for ever because others did not come back', () => {
  let now = 0;
  const bucket = createTokenBucket(1000, 1, () => now);
  bucket.take();
  for (let refused = 0; refused < 100; refused += 1) expect(bucket.take()).toBeLessThanOrEqual(10_000);
  now = 1000;
  expect(bucket.take()).toBe(0);
});
