import type {
  RESTPostAPIChatInputApplicationCommandsJSONBody,
  RESTPostAPIContextMenuApplicationCommandsJSONBody,
} from 'discord.js';
import { ApplicationCommandType, ApplicationIntegrationType, InteractionContextType } from 'discord.js';
import { dailyOptions, leaderboardOptions, questionOption, quizOptions } from './command-options.ts';

/** A command in the form that is registered. */
export type RegisteredCommand =
  | RESTPostAPIChatInputApplicationCommandsJSONBody
  | RESTPostAPIContextMenuApplicationCommandsJSONBody;

/** In servers and direct messages, and anywhere for people who installed the app for themselves. */
const everywhere = {
  contexts: [InteractionContextType.Guild, InteractionContextType.BotDM, InteractionContextType.PrivateChannel],
  integration_types: [ApplicationIntegrationType.GuildInstall, ApplicationIntegrationType.UserInstall],
};

/** Where the bot is a member, and can post. */
const inServers = {
  contexts: [InteractionContextType.Guild],
  integration_types: [ApplicationIntegrationType.GuildInstall],
};

const withTheBot = {
  contexts: [InteractionContextType.Guild, InteractionContextType.BotDM],
  integration_types: [ApplicationIntegrationType.GuildInstall],
};

/** MANAGE_GUILD, as Discord writes permissions (https://discord.com/developers/docs/topics/permissions). */
const manageServer = '32';

/**
 * `/pytorch question:`. A plain option cannot stand beside sub-commands, so everything else is a command of its own.
 */
const lookUpCommand = {
  type: ApplicationCommandType.ChatInput,
  name: 'pytorch',
  description: 'Look up a PyTorch interview question',
  options: [questionOption],
  ...everywhere,
} satisfies RegisteredCommand;

/** In a message's context menu: looks up what the message says. */
export const messageCommand = {
  type: ApplicationCommandType.Message,
  name: 'Look this up',
  ...everywhere,
} satisfies RegisteredCommand;

/** All commands, in the form that is registered. */
export const commands: readonly RegisteredCommand[] = [
  lookUpCommand,
  messageCommand,
  {
    type: ApplicationCommandType.ChatInput,
    name: 'daily',
    description: 'The daily question of this channel',
    options: dailyOptions,
    default_member_permissions: manageServer,
    ...inServers,
  },
  {
    type: ApplicationCommandType.ChatInput,
    name: 'quiz',
    description: 'A quiz competition in a thread of this channel',
    options: quizOptions,
    ...inServers,
  },
  {
    type: ApplicationCommandType.ChatInput,
    name: 'leaderboard',
    description: 'Who has the most points',
    options: leaderboardOptions,
    ...inServers,
  },
  {
    type: ApplicationCommandType.ChatInput,
    name: 'me',
    description: 'Your own points, accuracy and streak',
    ...withTheBot,
  },
  {
    type: ApplicationCommandType.ChatInput,
    name: 'forget-me',
    description: 'Delete what is kept about you here',
    ...withTheBot,
  },
];
