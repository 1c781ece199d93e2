import { ChannelType } from 'discord.js';
import type { Command } from '../../../core/command.ts';

/** Types of channels in which messages can have threads. */
const withThreads: readonly ChannelType[] = [ChannelType.GuildText, ChannelType.GuildAnnouncement];

/** Types of channels that contain only threads. */
const onlyThreads: readonly ChannelType[] = [ChannelType.GuildForum, ChannelType.GuildMedia];

/** True for a command that posts in the channel later on, so that the channel's type matters. */
export function needsChannelKind(command: Command): boolean {
  if (command.kind === 'quiz') return command.action === 'start';
  return command.kind === 'daily' && (command.action === 'on' || command.action === 'now');
}

/**
 * True if such a command works in a channel of this type: a quiz needs a thread, a daily question the channel itself.
 * `kind` is null if unknown; then it is tried.
 */
export function worksIn(command: Command, kind: ChannelType | null): boolean {
  if (kind === null) return true;
  return command.kind === 'quiz' ? withThreads.includes(kind) : !onlyThreads.includes(kind);
}
