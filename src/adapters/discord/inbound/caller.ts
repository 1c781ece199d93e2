import type { BaseInteraction, User } from 'discord.js';
import { InteractionContextType, PermissionFlagsBits } from 'discord.js';
import type { Caller } from '../../../app/ports.ts';
import type { homeOf } from './place.ts';

/** Stands for the server where there is none: direct messages, and groups in which a user-installed app is used. */
const noServer = '-';

type Asked = Pick<BaseInteraction, 'guildId' | 'memberPermissions' | 'context'> & {
  readonly user: Pick<User, 'id' | 'displayName'>;
  readonly member: object | null;
};

/** Who acts, and where, from the interaction alone; nothing is looked up. The channel is the one that
 * counts, see `homeOf`. */
export function toCaller(
  { guildId, user, member, memberPermissions, context }: Asked,
  { channel, thread }: Partial<ReturnType<typeof homeOf>>,
): Caller {
  const server = guildId ?? noServer;
  const manages = memberPermissions?.has(PermissionFlagsBits.ManageGuild) ?? false;
  const direct = guildId === null && context !== InteractionContextType.PrivateChannel;
  return {
    scope: `discord:${server}`,
    channel: `discord:${server}:${channel ?? noServer}`,
    user: `discord:${server}:${user.id}`,
    name: nicknameOf(member) ?? user.displayName,
    direct,
    ...(thread === undefined ? {} : { thread }),
    // Discord's ids are the same everywhere, and a conversation with the bot belongs to no server.
    elsewhere: direct ? 'meant' : 'apart',
    ...(manages && !direct ? { governs: true } : {}),
    manages: direct || manages,
    moderates: direct || manages,
    ...(manages ? { reviews: true } : {}),
  };
}

/** Of a member as Discord sends them. */
function nicknameOf(member: object | null): string | null {
  return member !== null && 'nick' in member && typeof member.nick === 'string' ? member.nick : null;
}
