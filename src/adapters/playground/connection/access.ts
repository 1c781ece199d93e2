import type { Context } from 'hono';
import type { Application } from '../../../app/ports.ts';
import type { Channel } from '../inbound/channels.ts';
import { channelsOf } from '../inbound/channels.ts';
import type { Player, Players } from '../inbound/players.ts';
import { userKey } from '../inbound/players.ts';
import type { Message } from '../outbound/message.ts';
import type { MessageLog } from '../outbound/message-log.ts';
import type { View } from '../pages/view.ts';
import { channelOf } from '../pages/view.ts';

/** Who a request is of, by the address that it names, and what they may see. */
export type Access = {
  readonly playerOf: (context: Context) => Player | null;
  readonly viewOf: (context: Context) => View | null;
  /** The channel with a key, as a player sees it; undefined for another player's conversation. */
  readonly channelOf: (player: Player, key: string) => Channel | undefined;
  /** A message that this player can see. */
  readonly seen: (player: Player, id: string) => Message | null;
};

/** Whoever has a player's address is that player. */
export function createAccess(players: Players, messages: MessageLog, subject: Application['subject']): Access {
  function viewOf(context: Context): View | null {
    const player = playerOf(context);
    const channel =
      player === null
        ? undefined
        : channelsOf(player, subject()).find(({ slug }) => slug === context.req.param('channel'));
    if (player === null || channel === undefined) return null;
    const thread = context.req.param('thread') ?? null;
    const root = thread === null ? null : seen(player, thread);
    return { player, channel, thread: root !== null && root.channel === channel.key ? root.id : null };
  }

  function playerOf(context: Context): Player | null {
    return players.byToken(context.req.param('token') ?? '');
  }

  function seen(player: Player, id: string): Message | null {
    const message = messages.find(id);
    const visible = message !== null && channelOf(player, message.channel, subject()) !== undefined;
    return visible && (message.to === null || message.to === userKey(player)) ? message : null;
  }

  return { playerOf, viewOf, channelOf: (player, key) => channelOf(player, key, subject()), seen };
}
