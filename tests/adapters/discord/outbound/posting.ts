import type { Post } from '../../../../src/app/delivery/messenger.ts';
import type { Card } from '../../../../src/core/card.ts';
import { paragraph } from '../../../../src/core/card.ts';

export const room = '800000000000000001';
export const channel = `discord:700000000000000001:${room}`;
export const here = { kind: 'channel', channel, thread: null } as const;
export const person = { kind: 'person', user: 'discord:700000000000000001:100000000000000042' } as const;
export const posts = /^\/channels\/\d+\/messages$/;

/** A question with one button, whose words are its key. */
export function post(key: string, more: Partial<Post> = {}): Post {
  const actions = [{ id: `pick:${key}:0`, label: 'A' }];
  const shown: Card = { title: 'Question', body: [paragraph(key), { kind: 'actions', actions }] };
  return { key, address: here, card: shown, ping: null, ...more };
}
