import type { Interaction, MessageContextMenuCommandInteraction, ModalSubmitInteraction } from 'discord.js';
import { InteractionContextType, MessageFlags } from 'discord.js';
import type { Inbound } from '../../../app/ports.ts';
import type { NamedTopic } from '../../../core/bank.ts';
import type { Command } from '../../../core/command.ts';
import { filledIn } from '../reply/asked-form.ts';
import { toCaller } from './caller.ts';
import { messageCommand } from './commands.ts';
import { withoutCustomEmoji } from './custom-emoji.ts';
import type { homeOf } from './place.ts';
import type { Press } from './press.ts';
import { toCommand } from './typed-command.ts';

/** `unknown`: this bot has no such command. `no-server`: it needs a server of which the bot is a member. */
export type Reading = Inbound | { readonly kind: 'unknown' } | { readonly kind: 'no-server' };

/** Converts a press to what the application is told; `home` is the channel that counts, see `homeOf`. */
export function readPress(press: Press, home: Partial<ReturnType<typeof homeOf>>): Inbound {
  const { id: event, createdTimestamp: at, customId: id, message, locale } = press;
  const caller = toCaller(press, home);
  return { kind: 'press', caller, event, at, locale, id, message: `${caller.channel}:${message.id}` };
}

/** True for a form that was asked for under a message which only that person can see. */
export function isUnderOwnMessage(interaction: Interaction): boolean {
  if (!interaction.isModalSubmit() || interaction.message === null) return false;
  const { message, context } = interaction;
  return message.flags.has(MessageFlags.Ephemeral) || context === InteractionContextType.BotDM;
}

/** Converts any other interaction. */
export function readInteraction(
  interaction: Interaction,
  home: Partial<ReturnType<typeof homeOf>>,
  topics: readonly NamedTopic[],
): Reading {
  const caller = toCaller(interaction, home);
  const { locale } = interaction;
  const about = { caller, event: interaction.id, at: interaction.createdTimestamp, locale };
  // Every form of ours has a field.
  if (interaction.isModalSubmit() && interaction.fields.fields.size > 0) return { ...about, ...formOf(interaction) };
  const command = commandOf(interaction, topics);
  if (command === null) return { kind: 'unknown' };
  if (needsServer(command, caller.direct) && !isMember(interaction)) return { kind: 'no-server' };
  return { ...about, kind: 'command', command };
}

function formOf(interaction: ModalSubmitInteraction) {
  const { customId: id, channelId, message } = interaction;
  const filled = filledIn(interaction);
  return { kind: 'form', id, filled, message: `${channelId ?? '-'}:${message?.id ?? '-'}` } as const;
}

/** True for a button of a message that only the person who pressed it can see. */
export function isOwnMessage({ message, context }: Press): boolean {
  return message.isPrivate || context === InteractionContextType.BotDM;
}

function commandOf(interaction: Interaction, topics: readonly NamedTopic[]): Command | null {
  if (interaction.isChatInputCommand()) return toCommand(interaction, topics);
  if (interaction.isMessageContextMenuCommand() && interaction.commandName === messageCommand.name) {
    return { kind: 'ask', query: wordsOf(interaction.targetMessage) };
  }
  return null;
}

/** The text of a message, or that of its first embed, where bots put their answers. */
function wordsOf({ content, embeds }: MessageContextMenuCommandInteraction['targetMessage']): string {
  const [embed] = embeds;
  const own = withoutCustomEmoji(content);
  return own !== '' ? own : (embed?.title ?? embed?.description ?? '').trim();
}

/** Where one is alone with the bot, a quiz becomes practice. */
function needsServer(command: Command, direct: boolean): boolean {
  if (command.kind === 'quiz') return !direct || command.action !== 'start';
  return ['daily', 'leaderboard', 'season', 'suggest', 'suggestions'].includes(command.kind);
}

/** False in direct messages, and where the app is only installed for the user. */
function isMember({ guildId, authorizingIntegrationOwners }: Interaction): boolean {
  return guildId !== null && authorizingIntegrationOwners.guildId !== null;
}
