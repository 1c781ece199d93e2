import { ChannelType } from 'discord.js';
import type { Caller } from '../../../app/ports.ts';

/** Where something was said: a channel, or a thread in one. A type is null as long as Discord has not told it. */
export type Place = {
  readonly id: string;
  readonly type: ChannelType | null;
  /** The channel that a thread hangs in; null for a channel. */
  readonly parent: { readonly id: string; readonly type: ChannelType | null } | null;
  /** Only those who manage threads may write in it. */
  readonly locked: boolean;
};

/** Channels that contain nothing but threads, their posts. */
export const onlyThreads: ReadonlySet<unknown> = new Set([ChannelType.GuildForum, ChannelType.GuildMedia]);

/**
 * The channel that counts for whoever speaks there, by its id, and the thread that they are in. A post of a forum and a private
 * thread are channels of their own: a forum has no other messages, and what is private stays there. Any other thread belongs
 * to the channel that it hangs in.
 */
export function homeOf({ id, type, parent }: Place): { readonly channel: string } & Pick<Caller, 'thread'> {
  if (parent === null) return { channel: id };
  const isWhole = type === ChannelType.PrivateThread || onlyThreads.has(parent.type);
  return isWhole ? { channel: id, thread: 'whole' } : { channel: parent.id, thread: 'part' };
}
