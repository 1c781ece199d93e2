import { expect } from 'vitest';
import type { Address, Delivery, Post, Posted } from '../../../../src/app/delivery/messenger.ts';
import type { Card } from '../../../../src/core/card.ts';
import { paragraph } from '../../../../src/core/card.ts';

export const channel = { kind: 'channel', channel: 'slack:T1:C1', thread: null } as const satisfies Address;

export const person: Address = { kind: 'person', user: 'slack:T1:U7' };

export const card = (text: string): Card => ({ title: 'Daily', body: [paragraph(text)] });

/** A post with its key as words, to a channel. */
export function toPost(key: string, more: Partial<Post> = {}): Post {
  return { key, address: channel, card: card(key), ping: null, ...more };
}

/** The message that was posted; fails where none was. */
export function done(delivery: Delivery): Posted {
  expect(delivery).toMatchObject({ kind: 'done' });
  if (delivery.kind !== 'done') throw new Error('It was not done.');
  return delivery.posted;
}
