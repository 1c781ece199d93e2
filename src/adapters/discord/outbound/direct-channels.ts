import type { APIDMChannel, REST } from 'discord.js';
import { Routes } from 'discord.js';

/** Channels that are remembered; opening one again only costs a request. */
const mostRemembered = 10_000;

/** Finds the channel in which a person is written to alone. Rejects with the error of discord.js. */
export type DirectChannels = { readonly channelOf: (user: string, signal: AbortSignal) => Promise<string> };

/** Discord gives the same channel for the same person every time, so that asking twice does nothing twice. */
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
