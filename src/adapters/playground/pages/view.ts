import type { Subject } from '../../../core/bank.ts';
import type { Channel } from '../inbound/channels.ts';
import { channelsOf } from '../inbound/channels.ts';
import type { Player } from '../inbound/players.ts';
import { linked } from '../outbound/message-link.ts';

/** What one page shows: a channel as a player sees it, and one of its threads beside it. */
export type View = {
  readonly player: Player;
  readonly channel: Channel;
  /** Id of the open thread's root message; null if none is open. */
  readonly thread: string | null;
};

/** The address of a channel's page, with a thread open beside it. */
export function viewAddress(player: Player, slug: string, thread: string | null = null): string {
  return `/p/${player.token}/${slug}${thread === null ? '' : `/thread/${thread}`}`;
}

/** The id of the box in which one types: the channel's, or that of the open thread. */
export function boxId(thread: string | null): string {
  return thread === null ? 'message-box' : 'thread-box';
}

/** The channel with a key, as a player sees it; undefined for another player's conversation. */
export function channelOf(player: Player, key: string, subject: Subject): Channel | undefined {
  return channelsOf(player, subject).find((channel) => channel.key === key);
}

/**
 * A link to a message or a thread leads to it on the reader's own page; if it is not visible to them, to the channel.
 */
export function toAddress(url: string, { player, channel }: View): string {
  const place = linked(url);
  if (place === null) return url;
  if (place.kind === 'thread') return viewAddress(player, channel.slug, place.id);
  return `${viewAddress(player, channel.slug)}#m${place.id}`;
}
