import type { APIMessageComponentButtonInteraction } from 'discord.js';
import { MessageFlags, PermissionsBitField } from 'discord.js';
import { instantOf } from '../connection/snowflake.ts';

/**
 * What is read of a pressed button, by the names that discord.js has for it. Its own object of one holds the whole message under
 * the button as objects, too: that takes more time than all else that is done for a click, and presses come by the thousand.
 */
export type Press = ReturnType<typeof toPress>;

/** Reads a press as Discord sends it (https://discord.com/developers/docs/interactions/receiving-and-responding). */
export function toPress(sent: APIMessageComponentButtonInteraction) {
  const { id, token, locale, member = null, message } = sent;
  const { id: person, global_name: shown, username } = member?.user ?? sent.user ?? nobody(id);
  return {
    id,
    token,
    applicationId: sent.application_id,
    createdTimestamp: instantOf(id),
    locale,
    customId: sent.data.custom_id,
    guildId: sent.guild_id ?? null,
    channelId: sent.channel?.id ?? null,
    context: sent.context ?? null,
    user: { id: person, displayName: shown ?? username },
    member,
    memberPermissions: member === null ? null : permissionsOf(member.permissions),
    get appPermissions() {
      return permissionsOf(sent.app_permissions);
    },
    message: { id: message.id, isPrivate: ((message.flags ?? 0) & MessageFlags.Ephemeral) !== 0 },
  };
}

function permissionsOf(bits: string): PermissionsBitField {
  return new PermissionsBitField(BigInt(bits));
}

function nobody(id: string): never {
  throw new TypeError(`The interaction ${id} names nobody.`);
}
