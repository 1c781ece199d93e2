import type { BaseInteraction } from 'discord.js';
import type { Caller } from '../../app/ports.ts';

/** Where there is no server: direct messages, and groups in which a user-installed app is used. */
const noServer = '-';

/** Who speaks, and where, from what the interaction itself carries; nothing is looked up. */
export function toCaller({ guildId, channelId, user, member }: BaseInteraction): Caller {
  const server = guildId ?? noServer;
  return {
    scope: `discord:${server}`,
    channel: `discord:${server}:${channelId ?? noServer}`,
    user: `discord:${server}:${user.id}`,
    name: (member !== null && 'nick' in member ? member.nick : null) ?? user.displayName,
  };
}
