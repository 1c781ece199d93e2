import type { Check } from './checks.ts';
import { anything, contact, hostName, matches, onOrOff, peopleToRest, port, url } from './checks.ts';
import { whatShellsExpand } from './database-location.ts';

export const logLevels = ['debug', 'info', 'warn', 'error'] as const;

/** Where people find what belongs into a variable. */
export const slackPage = 'https://api.slack.com/apps';
const appCredentials = `copy it from Basic Information of your app at ${slackPage}`;
const discordPage = 'https://discord.com/developers/applications';

/** All variables. By hand, since every start reads them: a library for it is 95 files and 4 MB of memory. */
export const variables = {
  SLACK_BOT_TOKEN: matches(
    /^xoxb-[\w-]+$/,
    `must begin with xoxb-; copy the Bot User OAuth Token from OAuth & Permissions of your app at ${slackPage}`,
  ),
  SLACK_APP_TOKEN: matches(
    /^xapp-[\w-]+$/,
    `must begin with xapp-; make an App-Level Token with the scope connections:write under Basic Information at ${slackPage}`,
  ),
  SLACK_SIGNING_SECRET: matches(
    /^\S{8,}$/,
    `must be one word of at least 8 characters; copy it from Basic Information of your app at ${slackPage}`,
  ),
  SLACK_CLIENT_ID: matches(/^\d+\.\d+$/, `must be two numbers with a dot between them; ${appCredentials}`),
  SLACK_CLIENT_SECRET: matches(/^\S{8,}$/, `must be one word of at least 8 characters; ${appCredentials}`),
  SLACK_STATE_SECRET: matches(
    /^\S{16,}$/,
    'must be one word of at least 16 characters that nobody can guess; `openssl rand -hex 32` makes one',
  ),
  SLACK_ENCRYPTION_KEYS: anything,
  SLACK_EXTRAS: anything,
  SLACK_API_URL: url('https://slack.com/api/'),
  DISCORD_TOKEN: matches(
    /^[\w-]+\.[\w-]+\.[\w-]+$/,
    `must have three parts with dots between them; copy it from Bot > Token of your application at ${discordPage}`,
  ),
  DISCORD_API_URL: url('https://discord.com/api'),
  DISCORD_GUILD_ID: matches(/^\d{5,20}$/, 'must be the number of a server; copy it with Developer Mode on'),
  SLACK_MANAGERS: matches(
    /^[UW][A-Z0-9]+(\s*,\s*[UW][A-Z0-9]+)*$/,
    'must be ids of people such as U012ABC, with commas between them; copy them from their profiles in Slack',
  ),
  DISCORD_SHARDS: anything,
  DATABASE_URL: anything,
  PLAYGROUND: onOrOff,
  WEB: onOrOff,
  WEB_URL: url('https://bot.example'),
  BANK_DIR: (folders) =>
    folders
      .split(',')
      .map((folder) => whatShellsExpand(folder.trim()))
      .find((wrong) => wrong !== null) ?? null,
  BANKS: anything,
  OPERATOR: anything,
  CONTACT: contact,
  GOVERNING_LAW: anything,
  TEXTS_DIR: whatShellsExpand,
  FLAGS_CHANNEL: anything,
  FLAGS_TO_REST: peopleToRest,
  SUGGESTIONS_DIR: whatShellsExpand,
  TZDIR: anything,
  HOST: hostName,
  PORT: port,
  LOG_LEVEL: matches(new RegExp(`^(${logLevels.join('|')})$`), `must be one of ${logLevels.join(', ')}`),
} satisfies Readonly<Record<string, Check>>;

/** The variables that are set, each as it should be. */
export type Variables = Readonly<Partial<Record<keyof typeof variables, string>>>;
