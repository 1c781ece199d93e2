import type { Client } from 'discord.js';
import { ChannelType, Events } from 'discord.js';

/** Threads whose channels are remembered. */
const mostRemembered = 10_000;

const threadTypes: ReadonlySet<unknown> = new Set([
  ChannelType.AnnouncementThread,
  ChannelType.PublicThread,
  ChannelType.PrivateThread,
]);

/**
 * The channel that a thread hangs in; any other channel is its own. Every interaction tells, but without intents
 * discord.js does not keep it, so it is read from the event as it came.
 */
export function followThreads(client: Client): (channel: string) => string {
  const parents = new Map<string, string>();
  client.on(Events.Raw, (packet: unknown) => {
    const channel = read(read(read(packet, 'd'), 'channel'));
    const { id, type, parent_id: parent } = channel;
    if (!threadTypes.has(type) || typeof id !== 'string' || typeof parent !== 'string') return;
    if (parents.size >= mostRemembered) parents.clear();
    parents.set(id, parent);
  });
  return (channel) => parents.get(channel) ?? channel;
}

function read(value: unknown, name?: string): Readonly<Record<string, unknown>> {
  const part: unknown = name === undefined ? value : read(value)[name];
  return typeof part === 'object' && part !== null ? (part as Readonly<Record<string, unknown>>) : {};
}
