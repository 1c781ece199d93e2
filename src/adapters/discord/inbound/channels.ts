import type { APIChannel, Client, REST } from 'discord.js';
import { ChannelType, Events, Routes } from 'discord.js';
import type { Log } from '../../../app/ports.ts';
import { loggable } from '../connection/platform-error.ts';

/** Most channels that are remembered. */
const mostRemembered = 10_000;

/** Timeout for looking up a channel, in ms; the person must get a response within 3 s. */
const lookUpTimeout = 1000;

const threadTypes: ReadonlySet<unknown> = new Set([
  ChannelType.AnnouncementThread,
  ChannelType.PublicThread,
  ChannelType.PrivateThread,
]);

/** Parents and types of channels. */
export type Channels = {
  /** The parent channel of a thread; any other channel is its own parent. */
  readonly parentOf: (channel: string) => string;
  /** The type of a channel, for a thread that of its parent; null if Discord does not say. Never rejects. */
  readonly kindOf: (channel: string) => Promise<ChannelType | null>;
};

/**
 * Every interaction describes its channel, but without intents discord.js does not keep that, so it is read from the
 * raw event. For a thread's parent only the id is given; its type is looked up.
 */
export function createChannels(client: Client, rest: REST, log: Log): Channels {
  const parents = new Map<string, string>();
  const types = new Map<string, ChannelType>();
  client.on(Events.Raw, (packet: unknown) => {
    const { id, type, parent_id: parent } = read(read(read(packet, 'd'), 'channel'));
    if (typeof id !== 'string') return;
    if (!threadTypes.has(type)) remember(types, id, Number(type));
    else if (typeof parent === 'string') remember(parents, id, parent);
  });

  const parentOf = (channel: string) => parents.get(channel) ?? channel;
  return {
    parentOf,
    kindOf: async (channel) => {
      const parent = parentOf(channel);
      const known = types.get(parent);
      if (known !== undefined) return known;
      try {
        const found = await rest.get(Routes.channel(parent), { signal: AbortSignal.timeout(lookUpTimeout) });
        const { type } = found as APIChannel;
        remember(types, parent, type);
        return type;
      } catch (error) {
        log.debug({ channel: parent, error: loggable(error) }, 'The type of a channel could not be looked up.');
        return null;
      }
    },
  };
}

function remember<Value>(map: Map<string, Value>, key: string, value: Value): void {
  if (map.size >= mostRemembered) map.clear();
  map.set(key, value);
}

function read(value: unknown, name?: string): Readonly<Record<string, unknown>> {
  const part: unknown = name === undefined ? value : read(value)[name];
  return typeof part === 'object' && part !== null ? (part as Readonly<Record<string, unknown>>) : {};
}
