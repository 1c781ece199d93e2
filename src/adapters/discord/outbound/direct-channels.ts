import type { APIDMChannel, REST } from 'discord.js';
import { Routes } from 'discord.js';

/** Channels that are remembered; opening one again only costs a request. */
const mostRemembered = 10_000;

/** Finds the direct-message channel of a person. Rejects with discord.js's error. */
export type DirectChannels = { readonly channelOf: (user: string, signal: AbortSignal) => Promise<string> };

/** Discord always returns the same channel for the same person, so opening it is idempotent. */
export function createDirectChannels(rest: REST): DirectChannels {
  const channels = new Map<string, string>();
  return {
    channelOf: async (user, signal) => {
      const known = channels.get(user);
      if (known !== undefined) return known;
      const { id } = (await rest.post(Routes.userChannels(), { body: { recipient_id: user }, signal })) as APIDMChannel;
      if (channels.size >= mostRemembered) channels.clear();
      channels.set(user, id);
      return id;
    },
  };
}
