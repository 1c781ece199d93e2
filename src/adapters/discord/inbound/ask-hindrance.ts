import type { PermissionsBitField, Role } from 'discord.js';
import { ChannelType, PermissionFlagsBits } from 'discord.js';
import type { AskHindrance } from '../../../app/hindrance.ts';
import type { Channels } from './channels.ts';
import { hindranceOf } from './hindrance-rules.ts';
import type { Place } from './place.ts';

/**
 * Asks what stands against a plan where an interaction was made. Discord tells the bot's permissions there with each of them
 * (`app_permissions`, https://discord.com/developers/docs/interactions/receiving-and-responding); it is asked for a private
 * thread alone, which those permissions do not open. `role`: whom it is to call.
 */
export function askFor(
  asked: { readonly appPermissions: PermissionsBitField },
  place: Place,
  { isVisible }: Pick<Channels, 'isVisible'>,
  role?: Pick<Role, 'id' | 'mentionable'> | null,
): AskHindrance {
  return async (plan) => {
    const { appPermissions: permissions } = asked;
    const isOpen = place.type !== ChannelType.PrivateThread || permissions.has(PermissionFlagsBits.ManageThreads);
    return hindranceOf(plan, {
      place,
      permissions,
      isVisible: isOpen || (await isVisible(place.id)),
      mentionable: (id) => (role?.id === id ? role.mentionable : null),
    });
  };
}
