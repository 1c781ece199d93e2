import { expect, it } from 'vitest';
import { createPresence } from '../../../../src/adapters/playground/inbound/presence.ts';

const player = (number: number) => ({ number, token: `t${number}`, name: 'Ada' });

it('is alone who has the only pages, and a while after the others have gone', () => {
  let now = 0;
  const presence = createPresence(() => now);
  presence.enter(player(1));
  presence.enter(player(1));
  expect(presence.isAlone(player(1))).toBe(true);
  const leave = presence.enter(player(2));
  expect(presence.isAlone(player(1))).toBe(false);
  expect(presence.isAlone(player(2))).toBe(false);
  leave();
  expect(presence.isAlone(player(1))).toBe(false);
  now = 10_000;
  expect(presence.isAlone(player(1))).toBe(true);
  presence.expect(player(3));
  expect(presence.isAlone(player(1))).toBe(false);
});
