import type { Address, Delivery, Messenger } from '../../../app/delivery/messenger.ts';
import { scopeOf } from '../../../app/person-keys.ts';
import { callTimeout } from '../connection/web-call.ts';
import { aftermath } from './messenger.ts';
import { workspaceRates } from './rates.ts';

type Options = {
  /** The messenger of the workspace with this key; null if the bot is not installed there. May reject. */
  readonly of: (scope: string) => Promise<Messenger | null>;
  /** The same as far as it is known at once. */
  readonly known: (scope: string) => Messenger | null;
  /** How long (ms) an attempt may wait for a token before it is made. */
  readonly wait: number;
};

/** A store that is out of reach is asked again after so many ms. */
const pause = 1000;

/** The code of a message to a workspace that has no installation. */
const notInstalled = 'not_installed';

/** One messenger for all workspaces: each message goes by the token of the workspace that its address names, and by no other. */
export function createMessengerByTenant({ of, known, wait }: Options): Messenger {
  const there = async (key: string, send: (messenger: Messenger) => Promise<Delivery>): Promise<Delivery> => {
    const found = await of(scopeOf(key)).catch(() => 'unread' as const);
    if (found === 'unread') return { kind: 'later', after: pause, reason: 'The installation could not be read.' };
    return found === null ? { kind: 'own', reason: notInstalled } : send(found);
  };
  return {
    patience: callTimeout + wait,
    aftermath,
    rates: workspaceRates,
    keyLifetime: 0,
    post: (post) => there(keyIn(post.address), (messenger) => messenger.post(post)),
    edit: (address, message, card) => there(keyIn(address), (messenger) => messenger.edit(address, message, card)),
    openThread: (channel, message, name) => there(channel, (messenger) => messenger.openThread(channel, message, name)),
    find: async (post, since) => {
      const found = await of(scopeOf(keyIn(post.address))).catch(() => null);
      return found === null ? { kind: 'later', after: pause } : found.find(post, since);
    },
    link: (channel, message) => known(scopeOf(channel))?.link(channel, message) ?? null,
    threadLink: (channel, message) => known(scopeOf(channel))?.threadLink(channel, message) ?? null,
  };
}

function keyIn(address: Address): string {
  return address.kind === 'channel' ? address.channel : address.user;
}
