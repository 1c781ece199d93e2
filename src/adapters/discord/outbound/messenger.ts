import type { REST } from 'discord.js';
import type { Messenger } from '../../../app/delivery/messenger.ts';
import type { Log } from '../../../app/ports.ts';
import type { Messages } from '../cards/messages.ts';
import { idOf, serverOf } from '../connection/snowflake.ts';
import type { Credentials } from './attempt.ts';
import { aftermath, createInChannel, patience } from './channel-attempt.ts';
import { createDirectChannels } from './direct-channels.ts';
import { createFindEarlier } from './find-earlier.ts';
import { createRequests } from './requests.ts';
import { createServerNames } from './server-names.ts';

/** Discord keeps a nonce for "the past few minutes" (resources/message#create-message); we rely on one, in ms. */
const keyLifetime = 60_000;

type Options = {
  /** Sends once, and rejects rather than waiting for a rate limit. */
  readonly rest: REST;
  readonly messages: Messages;
  readonly log: Log;
  /** Is told of every server in which something is gone or forbidden. */
  readonly refused: (server: string) => void;
  readonly credentials: Credentials;
  /** The bot's own user id; null before it is connected. */
  readonly self: () => string | null;
};

/** Posts, edits and threads over REST by ids alone, since nothing of a server is kept in memory. */
export function createMessenger({ rest, messages, log, refused, credentials, self }: Options): Messenger {
  const directChannels = createDirectChannels(rest);
  const inChannel = createInChannel(directChannels, refused, credentials);
  const requests = createRequests({ rest, messages, log });
  return {
    patience,
    aftermath,
    keyLifetime,
    // discord.js keeps to them.
    rates: null,
    post: (post) => inChannel(post.address, 'post', requests.post(post)),
    edit: (address, message, card) => inChannel(address, 'edit', requests.edit(message, card)),
    openThread: (channel, message, name) =>
      inChannel({ kind: 'channel', channel, thread: null }, 'thread', requests.openThread(message, name)),
    find: createFindEarlier({ rest, directChannels, messages, self, log }),
    link: (channel, message) => {
      const id = idOf(channel);
      return id === null ? null : `https://discord.com/channels/${serverOf(channel) ?? '@me'}/${id}/${message}`;
    },
    // A thread that begins with a message has its id (resources/channel#start-thread-from-message).
    threadLink: (channel, message) => `https://discord.com/channels/${serverOf(channel) ?? '@me'}/${message}`,
    nameOf: createServerNames({ rest, now: Date.now }),
  };
}
