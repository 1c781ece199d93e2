import type { BaseInteraction } from 'discord.js';
import { InteractionContextType, PermissionFlagsBits } from 'discord.js';
import type { Caller } from '../../../app/ports.ts';

/** Where there is no server: direct messages, and groups in which a user-installed app is used. */
const noServer = '-';

/**
 * Who speaks, and where, from what the interaction itself carries; nothing is looked up. `channel` is the id of the
 * channel, for a thread that of the channel it hangs in.
 */
export function toCaller(
  { guildId, user, member, memberPermissions, context }: BaseInteraction,
  channel: string | null,
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
    manages: direct || manages,
    moderates: direct || manages,
  };
}
