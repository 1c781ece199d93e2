import type { PermissionsBitField } from 'discord.js';
import { PermissionFlagsBits } from 'discord.js';
import type { Plan } from '../../../app/hindrance.ts';

/** The permissions that something may need, by the names that Discord shows in English. */
const names = {
  ViewChannel: 'View Channel',
  SendMessages: 'Send Messages',
  SendMessagesInThreads: 'Send Messages in Threads',
  EmbedLinks: 'Embed Links',
  CreatePublicThreads: 'Create Public Threads',
  MentionEveryone: 'Mention @everyone, @here and All Roles',
  ManageThreads: 'Manage Threads',
} as const;

export type Permission = keyof typeof names;

export function permissionName(permission: Permission): string {
  return names[permission];
}

/**
 * What the bot needs to carry out a plan (https://discord.com/developers/docs/topics/permissions); `isThread`: the channel is a
 * thread itself, in which *Send Messages* has no effect (https://discord.com/developers/docs/topics/threads#permissions).
 * *Attach Files* and *Read Message History* are none of it: pictures only repeat words, and posts are read only after
 * a failure.
 */
export function neededFor(plan: Plan, isThread: boolean): readonly Permission[] {
  const post: readonly Permission[] = [
    'ViewChannel',
    isThread ? 'SendMessagesInThreads' : 'SendMessages',
    'EmbedLinks',
  ];
  if (isThread) return post;
  if (plan.kind === 'quiz' || (plan.kind === 'answer' && plan.thread))
    return [...post, 'CreatePublicThreads', 'SendMessagesInThreads'];
  return plan.thread ? [...post, 'CreatePublicThreads'] : post;
}

/** Those of them that are lacking; an administrator lacks none. */
export function lackingOf(
  needed: readonly Permission[],
  permissions: Pick<PermissionsBitField, 'has'>,
): readonly Permission[] {
  return needed.filter((permission) => !permissions.has(PermissionFlagsBits[permission]));
}
