import { ChannelType } from 'discord.js';
import type { Command } from '../../../core/command.ts';

/** Kinds of channels in which a thread can be made under a message. */
const withThreads: readonly ChannelType[] = [ChannelType.GuildText, ChannelType.GuildAnnouncement];

/** Kinds of channels that have nothing but threads. */
const onlyThreads: readonly ChannelType[] = [ChannelType.GuildForum, ChannelType.GuildMedia];

/** True for a command that would have to post in the channel later on, so that its kind matters. */
export function needsChannelKind(command: Command): boolean {
  if (command.kind === 'quiz') return command.action === 'start';
  return command.kind === 'daily' && (command.action === 'on' || command.action === 'now');
}

/**
 * True where such a command can do what it is for: a quiz is played in a thread, a daily question stands in the channel
 * itself. `kind` is null where it is not known; then it is tried.
 */
export function worksIn(command: Command, kind: ChannelType | null): boolean {
  if (kind === null) return true;
  return command.kind === 'quiz' ? withThreads.includes(kind) : !onlyThreads.includes(kind);
}
