import type { Address, Delivery, Messenger } from '../../../app/delivery/messenger.ts';
import type { Card } from '../../../core/card.ts';
import { directKeyOf, isChannelKey } from '../inbound/channels.ts';
import type { Message } from './message.ts';
import { messageLink, threadLink } from './message-link.ts';
import type { MessageLog } from './message-log.ts';

/** Everything is in this process, so an attempt takes practically no time (ms). */
const patience = 1000;

/**
 * Posts, edits and threads in the playground's own log. It knows every key, so nothing is ever posted twice. `resolve`: the
 * card as it is said in a channel at this moment.
 */
export function createMessenger(log: MessageLog, resolve: (card: Card, channel: string) => Card): Messenger {
  return {
    patience,
    aftermath: patience,
    rates: null,
    keyLifetime: Number.MAX_SAFE_INTEGER,
    post: async ({ key, address, card, ping }) => {
      const channel = channelOf(address);
      const thread = address.kind === 'channel' ? address.thread : null;
      if (channel === null || (thread !== null && log.find(thread) === null)) return gone;
      return done(log.post({ channel, thread, card: resolve(card, channel), key, ping }));
    },
    edit: async (_, message, card) => {
      const channel = log.find(message)?.channel;
      const changed = channel === undefined ? null : log.change(message, { card: resolve(card, channel) });
      return changed === null ? gone : done(changed);
    },
    openThread: async (_, message, name) => {
      const changed = log.change(message, { threadName: name });
      return changed === null ? gone : done(changed);
    },
    find: async ({ key }) => {
      const message = log.findByKey(key);
      return message === null ? { kind: 'absent' } : { kind: 'found', posted: { message: message.id, at: message.at } };
    },
    link: (_, message) => messageLink(message),
    threadLink: (_, message) => threadLink(message),
  };
}

const gone: Delivery = { kind: 'refused', why: 'gone', reason: 'The playground has no such channel or message.' };

function done({ id, at }: Message): Delivery {
  return { kind: 'done', posted: { message: id, at } };
}

function channelOf(address: Address): string | null {
  if (address.kind === 'person') return directKeyOf(address.user);
  return isChannelKey(address.channel) ? address.channel : null;
}
