import type { APIChannel, Client, REST } from 'discord.js';
import { ChannelType, Events, Routes } from 'discord.js';
import type { Log } from '../../../app/ports.ts';
import { hasCode, loggable } from '../connection/platform-error.ts';
import { missingAccess, unknownChannel } from '../outbound/refusal.ts';
import type { Place } from './place.ts';

/** Most channels that are remembered. */
const mostRemembered = 10_000;

/** Timeout for looking up a channel, in ms; the person must get a response within 3 s. */
const lookUpTimeout = 1000;

/** A look-up that failed is not made again for this long, in ms. */
const failurePause = 60_000;

const threadTypes: ReadonlySet<unknown> = new Set([
  ChannelType.AnnouncementThread,
  ChannelType.PublicThread,
  ChannelType.PrivateThread,
]);

/** What is known of channels, each by its id. */
export type Channels = {
  /** Looks up what is not known of a place; null where there is nothing to look up. Never rejects. */
  readonly learn: (channel: string) => Promise<void> | null;
  readonly placeOf: (channel: string) => Place;
  /** False if Discord says that the bot cannot see it, as a private thread that nobody has added it to. Never rejects. */
  readonly isVisible: (channel: string) => Promise<boolean>;
};

type Seen = { readonly type: ChannelType; readonly parent: string | null; readonly locked: boolean };

/**
 * Every interaction describes its channel, but without intents discord.js does not keep that, so it is read from the
 * raw event. For a thread's parent only the id is given; whether it is a forum is looked up, once for each.
 */
export function createChannels(client: Client, rest: REST, log: Log): Channels {
  const seen = new Map<string, Seen>();
  const types = new Map<string, ChannelType>();
  const failed = new Map<string, number>();
  const underWay = new Map<string, Promise<void>>();
  client.on(Events.Raw, (packet: unknown) => {
    const { id, type, parent_id: parent, thread_metadata: thread } = read(read(read(packet, 'd'), 'channel'));
    if (typeof id !== 'string') return;
    const isThread = threadTypes.has(type) && typeof parent === 'string';
    const locked = read(thread)['locked'] === true;
    remember(seen, id, { type: Number(type), parent: isThread ? String(parent) : null, locked });
    if (!isThread) remember(types, id, Number(type));
  });

  const fetch = (channel: string) =>
    rest.get(Routes.channel(channel), { signal: AbortSignal.timeout(lookUpTimeout) }) as Promise<APIChannel>;

  async function lookUp(parent: string): Promise<void> {
    try {
      const { type } = await fetch(parent);
      remember(types, parent, type);
    } catch (error) {
      remember(failed, parent, Date.now() + failurePause);
      log.debug({ channel: parent, error: loggable(error) }, 'The type of a channel could not be looked up.');
    } finally {
      underWay.delete(parent);
    }
  }

  return {
    learn: (channel) => {
      const { type, parent = null } = seen.get(channel) ?? {};
      // Only public threads can be posts of a forum.
      if (parent === null || type !== ChannelType.PublicThread || types.has(parent)) return null;
      if ((failed.get(parent) ?? 0) > Date.now()) return null;
      const looking = underWay.get(parent) ?? lookUp(parent);
      underWay.set(parent, looking);
      return looking;
    },
    placeOf: (id) => {
      const { type = null, parent = null, locked = false } = seen.get(id) ?? {};
      return { id, type, parent: parent === null ? null : { id: parent, type: types.get(parent) ?? null }, locked };
    },
    isVisible: async (channel) => {
      try {
        await fetch(channel);
        return true;
      } catch (error) {
        return !hasCode(error, missingAccess, unknownChannel);
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
