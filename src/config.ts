import { isIP } from 'node:net';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { readShards } from './adapters/discord/connection/shards.ts';
import type { DiscordConfig } from './adapters/discord/discord-config.ts';
import type { SlackConfig } from './adapters/slack/slack-config.ts';
import { readDatabaseUrl, whatShellsExpand } from './config/database-location.ts';
import { readEnvironmentFile } from './config/environment-file.ts';
import { describeUnknown, findUnknown, isMissed, warningsOf } from './config/unknown-variables.ts';
import { Fault } from './core/fault.ts';
import type { Location } from './storage/engine.ts';

export type Configuration = {
  readonly slack: SlackConfig | null;
  readonly discord: DiscordConfig | null;
  /** Where the bot stores everything. */
  readonly database: Location;
  /** Serve the local page: on request, or if nothing else is configured. */
  readonly playground: boolean;
  /** Serve the pages of questions and boards even without the playground. */
  readonly web: boolean;
  /** The public address of those pages; null if not configured. */
  readonly webUrl: string | null;
  readonly bankDirectory: string;
  /** A folder of compiled time zones that replaces the system's; null for the system's. */
  readonly zoneDirectory: string | null;
  readonly host: string;
  readonly port: number;
  readonly logLevel: (typeof logLevels)[number];
  /** Likely mistakes that do not prevent anything from working; sentences. */
  readonly warnings: readonly string[];
  /** Started by `npm start`, which forwards the signals that it receives. */
  readonly underNpm: boolean;
};

/** Variables by name, as `process.env` has them. */
export type Environment = Readonly<Record<string, string | undefined>>;

const logLevels = ['debug', 'info', 'warn', 'error'] as const;

const ownBank = fileURLToPath(new URL('../data', import.meta.url));

const slackPage = 'https://api.slack.com/apps';
const discordPage = 'https://discord.com/developers/applications';

const url = (example: string) =>
  z.url({ protocol: /^https?$/, error: `must be a web address such as ${example}` }).optional();

const onOrOff = z.enum(['on', 'off'], 'must be on or off');

/** Each message follows the variable's name: what must be true, and where to find the right value. */
const variables = z.object({
  SLACK_BOT_TOKEN: z
    .string()
    .regex(
      /^xoxb-[\w-]+$/,
      `must begin with xoxb-; copy the Bot User OAuth Token from OAuth & Permissions of your app at ${slackPage}`,
    )
    .optional(),
  SLACK_APP_TOKEN: z
    .string()
    .regex(
      /^xapp-[\w-]+$/,
      `must begin with xapp-; make an App-Level Token with the scope connections:write under Basic Information at ${slackPage}`,
    )
    .optional(),
  SLACK_SIGNING_SECRET: z
    .string()
    .regex(
      /^\S{8,}$/,
      `must be one word of at least 8 characters; copy it from Basic Information of your app at ${slackPage}`,
    )
    .optional(),
  SLACK_API_URL: url('https://slack.com/api/'),
  DISCORD_TOKEN: z
    .string()
    .regex(
      /^[\w-]+\.[\w-]+\.[\w-]+$/,
      `must have three parts with dots between them; copy it from Bot > Token of your application at ${discordPage}`,
    )
    .optional(),
  DISCORD_API_URL: url('https://discord.com/api'),
  DISCORD_GUILD_ID: z
    .string()
    .regex(/^\d{5,20}$/, 'must be the number of a server; copy it with Developer Mode on')
    .optional(),
  SLACK_MANAGERS: z
    .string()
    .regex(
      /^[UW][A-Z0-9]+(\s*,\s*[UW][A-Z0-9]+)*$/,
      'must be ids of people such as U012ABC, with commas between them; copy them from their profiles in Slack',
    )
    .optional(),
  DISCORD_SHARDS: z.string().optional(),
  DATABASE_URL: z.string().default('file:var/bot.sqlite'),
  PLAYGROUND: onOrOff.optional(),
  WEB: onOrOff.optional(),
  WEB_URL: url('https://bot.example'),
  BANK_DIR: z
    .string()
    .superRefine((path, context) => {
      const unexpanded = whatShellsExpand(path);
      if (unexpanded !== null) context.addIssue({ code: 'custom', message: unexpanded });
    })
    .default(ownBank),
  TZDIR: z.string().optional(),
  HOST: z
    .string()
    .refine(isHost, 'must be an address or a name of this machine; 127.0.0.1 for this machine alone, 0.0.0.0 for all')
    .default('127.0.0.1'),
  PORT: z.coerce
    .number('must be a number from 0 to 65535')
    .int('must be a whole number')
    .min(0, 'must be from 0 to 65535')
    .max(65_535, 'must be from 0 to 65535')
    .default(3000),
  LOG_LEVEL: z.enum(logLevels, `must be one of ${logLevels.join(', ')}`).optional(),
});

/** Four numbers with dots are always an address, never a host name. */
function isHost(text: string): boolean {
  const name = /^[a-z\d]([a-z\d.-]*[a-z\d])?$/i;
  return isIP(text) !== 0 || (name.test(text) && !/^[\d.]+$/.test(text));
}

const known = Object.keys(variables.shape);

/** The variables of the process, and those of a `.env` file in the working directory. */
export function loadEnvironment(): { readonly process: Environment; readonly file: Environment } {
  return { process: process.env, file: readEnvironmentFile('.env') };
}

/**
 * Validates the variables and groups them; those of the process override the `.env` file. Empty ones count as missing.
 * Throws a Fault with code `configuration` that names every wrong variable, what is wrong with it and where to find the
 * right value; never the value itself. An unknown variable that looks like one of the bot's is an error in the file,
 * which belongs to the bot; among the process's variables, which hosts and other tools also set, it is only a warning,
 * unless it is a likely misspelling of a missing one.
 */
export function readConfiguration(environment: Environment, file: Environment = {}): Configuration {
  const given = withoutEmpty({ ...file, ...environment });
  const names = Object.keys(given);
  const unknown = findUnknown(names, known);
  const wrong = unknown.filter(({ name, meant }) => name in withoutEmpty(file) || isMissed(meant, names));
  if (wrong.length > 0) throw fault(wrong.map(describeUnknown));
  const parsed = variables.safeParse(given);
  if (!parsed.success) throw fault(parsed.error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}`));
  const { data } = parsed;
  const slack = readSlack(data);
  const discord = readDiscord(data);
  if (slack === null && discord === null && data.PLAYGROUND === 'off') {
    throw fault(['PLAYGROUND is off although neither Slack nor Discord is configured, so there is nothing to start']);
  }
  return {
    slack,
    discord,
    database: readDatabase(data.DATABASE_URL),
    playground: data.PLAYGROUND === undefined ? slack === null && discord === null : data.PLAYGROUND === 'on',
    web: data.WEB === 'on',
    webUrl: data.WEB_URL ?? null,
    bankDirectory: data.BANK_DIR,
    zoneDirectory: data.TZDIR ?? null,
    host: data.HOST,
    port: data.PORT,
    // At a terminal, who tries the bot wants to read that one line and not a log.
    logLevel: data.LOG_LEVEL ?? (slack === null && discord === null ? 'warn' : 'info'),
    warnings: warningsOf(unknown),
    underNpm: environment['npm_lifecycle_event'] !== undefined,
  };
}

type Variables = z.infer<typeof variables>;

function readSlack(given: Variables): SlackConfig | null {
  const { SLACK_BOT_TOKEN: botToken, SLACK_APP_TOKEN: appToken, SLACK_SIGNING_SECRET: signingSecret } = given;
  if (botToken === undefined) {
    const left =
      appToken !== undefined ? 'SLACK_APP_TOKEN' : signingSecret !== undefined ? 'SLACK_SIGNING_SECRET' : null;
    if (left === null) return null;
    throw fault([
      `SLACK_BOT_TOKEN is missing although ${left} is set; copy the Bot User OAuth Token from OAuth & Permissions at ${slackPage}`,
    ]);
  }
  const common = {
    botToken,
    managers: given.SLACK_MANAGERS?.split(',').map((id) => id.trim()) ?? null,
    ...(given.SLACK_API_URL === undefined ? {} : { apiUrl: given.SLACK_API_URL }),
  };
  if (appToken !== undefined) return { ...common, mode: { kind: 'socket', appToken } };
  if (signingSecret !== undefined) return { ...common, mode: { kind: 'http', signingSecret } };
  throw fault([
    `SLACK_APP_TOKEN (Socket Mode) or SLACK_SIGNING_SECRET (HTTP) is missing beside SLACK_BOT_TOKEN; both are under Basic Information at ${slackPage}`,
  ]);
}

function readDiscord({
  DISCORD_TOKEN: token,
  DISCORD_API_URL: apiUrl,
  DISCORD_GUILD_ID: guildId,
  DISCORD_SHARDS: shardText,
}: Variables): DiscordConfig | null {
  if (token === undefined) return null;
  const shards = shardText === undefined ? undefined : readShards(shardText);
  if (shards === null) {
    throw fault(['DISCORD_SHARDS must be shards of this process, a slash and how many there are, such as 0,1/4']);
  }
  return {
    token,
    ...(apiUrl === undefined ? {} : { apiUrl }),
    ...(guildId === undefined ? {} : { guildId }),
    ...(shards === undefined ? {} : { shards }),
  };
}

function readDatabase(url: string): Location {
  const location = readDatabaseUrl(url);
  if ('wrong' in location) throw fault([`DATABASE_URL ${location.wrong}`]);
  return location;
}

function withoutEmpty(environment: Environment): Readonly<Record<string, string>> {
  const given = Object.entries(environment).map(([name, value]) => [name, value?.trim() ?? ''] as const);
  return Object.fromEntries(given.filter(([, value]) => value !== ''));
}

function fault(problems: readonly string[]): Fault {
  const sentences = problems.map((problem) => (problem.endsWith('?') ? problem : `${problem}.`));
  return new Fault('configuration', sentences.join('\n'), '.env.example explains every variable.');
}
