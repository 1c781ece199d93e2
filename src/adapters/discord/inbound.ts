import type { Interaction } from 'discord.js';
import type { Inbound } from '../../app/ports.ts';
import { parseCommand } from '../../core/command.ts';
import { toCaller } from './caller.ts';
import { lookUpCommand, questionOption } from './commands.ts';

/** What the application is told of an interaction; null for kinds and commands that this bot does not have. */
export function toInbound(interaction: Interaction): Inbound | null {
  if (interaction.isChatInputCommand() && interaction.commandName === lookUpCommand.name) {
    const text = interaction.options.getString(questionOption.name) ?? '';
    return { kind: 'command', command: parseCommand(text), caller: toCaller(interaction) };
  }
  if (interaction.isButton()) return { kind: 'press', id: interaction.customId, caller: toCaller(interaction) };
  return null;
}
