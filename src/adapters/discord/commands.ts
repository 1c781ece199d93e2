import type { APIApplicationCommandStringOption, RESTPostAPIChatInputApplicationCommandsJSONBody } from 'discord.js';
import {
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ApplicationIntegrationType,
  InteractionContextType,
} from 'discord.js';

/** Longest text of an option (https://discord.com/developers/docs/interactions/application-commands): 6,000. No question is as long. */
const longestQuestion = 1000;

/** What is typed behind `/pytorch`; titles of questions are offered while typing, any other text will do as well. */
export const questionOption = {
  type: ApplicationCommandOptionType.String,
  name: 'question',
  description: 'What do you want to know? For instance: what is stride',
  required: true,
  autocomplete: true,
  max_length: longestQuestion,
} satisfies APIApplicationCommandStringOption;

/** `/pytorch question:`, in servers and direct messages, and anywhere for those who installed the app for themselves. */
export const lookUpCommand = {
  type: ApplicationCommandType.ChatInput,
  name: 'pytorch',
  description: 'Look up a PyTorch interview question',
  options: [questionOption],
  contexts: [InteractionContextType.Guild, InteractionContextType.BotDM, InteractionContextType.PrivateChannel],
  integration_types: [ApplicationIntegrationType.GuildInstall, ApplicationIntegrationType.UserInstall],
} satisfies RESTPostAPIChatInputApplicationCommandsJSONBody;

/** All commands, as they are registered. */
export const commands: readonly RESTPostAPIChatInputApplicationCommandsJSONBody[] = [lookUpCommand];
