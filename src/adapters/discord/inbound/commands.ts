import type {
  RESTPostAPIChatInputApplicationCommandsJSONBody,
  RESTPostAPIContextMenuApplicationCommandsJSONBody,
} from 'discord.js';
import { ApplicationCommandType, ApplicationIntegrationType, InteractionContextType } from 'discord.js';
import type { Subject } from '../../../core/bank.ts';
import {
  bankOption,
  dailyOptions,
  interviewOptions,
  leaderboardOptions,
  ownOptions,
  practiceOptions,
  questionOption,
  quizOptions,
  remindOptions,
  seasonOptions,
} from './command-options.ts';

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

/** Longest description of a command or an option. */
const longestDescription = 100;

/**
 * The look-up command, which the bank names. A plain option cannot stand beside sub-commands, so everything else is a
 * command of its own.
 */
function lookUpCommand({ name, command, examples: [example] }: Subject): RegisteredCommand {
  const { description } = questionOption;
  const withExample = `${description} For instance: ${example?.title ?? ''}`;
  const isShort = example !== undefined && withExample.length <= longestDescription;
  return {
    type: ApplicationCommandType.ChatInput,
    name: command,
    description: `Look up ${name} questions`,
    options: [{ ...questionOption, description: isShort ? withExample : description }],
    ...everywhere,
  };
}

/** In a message's context menu: looks up what the message says. */
export const messageCommand = {
  type: ApplicationCommandType.Message,
  name: 'Look this up',
  ...everywhere,
} satisfies RegisteredCommand;

/** Only where there are several banks. */
const bankCommand: RegisteredCommand = {
  type: ApplicationCommandType.ChatInput,
  name: 'bank',
  description: 'Which question bank is used here, and which there are',
  options: [bankOption],
  ...withTheBot,
};

/** All commands of a bot for this subject, in the form that is registered. */
export const commandsFor = (subject: Subject): readonly RegisteredCommand[] => [
  lookUpCommand(subject),
  messageCommand,
  {
    type: ApplicationCommandType.ChatInput,
    name: 'daily',
    description: 'The daily question of this channel',
    options: dailyOptions(subject),
    default_member_permissions: manageServer,
    ...inServers,
  },
  {
    type: ApplicationCommandType.ChatInput,
    name: 'quiz',
    description: 'A quiz competition in a thread of this channel; practice where you are alone with me',
    options: quizOptions(subject),
    ...withTheBot,
  },
  {
    type: ApplicationCommandType.ChatInput,
    name: 'practice',
    description: 'Practise alone: what you missed comes back, then what is new to you',
    options: practiceOptions(subject),
    ...withTheBot,
  },
  {
    type: ApplicationCommandType.ChatInput,
    name: 'interview',
    description: 'A mock interview for you alone: open questions, and a checklist after each',
    options: interviewOptions(subject),
    ...withTheBot,
  },
  {
    type: ApplicationCommandType.ChatInput,
    name: 'remind',
    description: 'A direct message when you have not answered the daily question yet',
    options: remindOptions,
    ...withTheBot,
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
    name: 'season',
    description: 'A board over several quizzes of this channel',
    options: seasonOptions,
    ...inServers,
  },
  {
    type: ApplicationCommandType.ChatInput,
    name: 'me',
    description: 'Your own points and streak, what you have learned, and what is due',
    options: ownOptions,
    ...withTheBot,
  },
  {
    type: ApplicationCommandType.ChatInput,
    name: 'suggest',
    description: 'Suggest a question for the bank, or see what became of yours',
    ...inServers,
  },
  {
    type: ApplicationCommandType.ChatInput,
    name: 'suggestions',
    description: 'Decide on the questions that people suggest',
    default_member_permissions: manageServer,
    ...inServers,
  },
  {
    type: ApplicationCommandType.ChatInput,
    name: 'forget-me',
    description: 'Delete what is kept about you here',
    ...withTheBot,
  },
  ...(subject.others === undefined ? [] : [bankCommand]),
];
