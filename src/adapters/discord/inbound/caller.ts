import type { BaseInteraction } from 'discord.js';
import { InteractionContextType, PermissionFlagsBits } from 'discord.js';
import type { Caller } from '../../../app/ports.ts';
import type { homeOf } from './place.ts';

/** Stands for the server where there is none: direct messages, and groups in which a user-installed app is used. */
const noServer = '-';

/** Who acts, and where, from the interaction alone; nothing is looked up. The channel is the one that
 * counts, see `homeOf`. */
export function toCaller(
  { guildId, user, member, memberPermissions, context }: BaseInteraction,
  { channel, thread }: Partial<ReturnType<typeof homeOf>>,
): Caller {
  const server = guildId ?? noServer;
  const manages = memberPermissions?.has(PermissionFlagsBits.ManageGuild) ?? false;
  const direct = guildId === null && context !== InteractionContextType.PrivateChannel;
  return {
    scope: `discord:${server}`,
    channel: `discord:${server}:${channel ?? noServer}`,
    user: `discord:${server}:${user.id}`,
    name: (member !== null && 'nick' in member ? member.nick : null) ?? user.displayName,
    direct,
    ...(thread === undefined ? {} : { thread }),
    // Discord's ids are the same everywhere, and a conversation with the bot belongs to no server.
    elsewhere: direct ? 'meant' : 'apart',
    manages: direct || manages,
    moderates: direct || manages,
  };
}
