import { fileURLToPath } from 'node:url';
import { readShards } from './adapters/discord/connection/shards.ts';
import type { DiscordConfig } from './adapters/discord/discord-config.ts';
import type { InstallsConfig, SlackConfig } from './adapters/slack/slack-config.ts';
import type { BankFolders } from './config/banks.ts';
import { readBanks } from './config/banks.ts';
import { readDatabaseUrl } from './config/database-location.ts';
import { readEnvironmentFile } from './config/environment-file.ts';
import type { FlagChannels } from './config/flag-channels.ts';
import { readFlagChannels } from './config/flag-channels.ts';
import { readInstalls } from './config/slack-installs.ts';
import { describeUnknown, findUnknown, isMissed, warningsOf } from './config/unknown-variables.ts';
import type { Variables } from './config/variables.ts';
import { logLevels, slackPage, variables } from './config/variables.ts';
import { Fault } from './core/fault.ts';
import type { Operator } from './listing/operator.ts';
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
  /** The folder of the default bank, and those of banks beside it by their names. */
  readonly bankDirectory: string;
  readonly banks: BankFolders;
  /** The texts that are served beside the pages, and who runs the bot, as they say it. */
  readonly texts: { readonly folder: string; readonly operator: Operator };
  /** Where it is posted what people flag, and how many of them let an item rest; null if none do. */
  readonly flags: { readonly channels: FlagChannels; readonly rest: number | null };
  /** Where accepted suggestions are written as question files; null if they wait to be exported. */
  readonly suggestionsDirectory: string | null;
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

const ownBank = fileURLToPath(new URL('../data', import.meta.url));
const ownTexts = fileURLToPath(new URL('../texts', import.meta.url));

const known = Object.keys(variables);

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
  const problems = Object.entries(variables).flatMap(([name, check]) => {
    const wrong = given[name] === undefined ? null : check(given[name]);
    return wrong === null ? [] : [`${name} ${wrong}`];
  });
  if (problems.length > 0) throw fault(problems);
  const data: Variables = given;
  const slack = readSlack(data);
  const discord = readDiscord(data);
  if (slack === null && discord === null && data.PLAYGROUND === 'off') {
    throw fault(['PLAYGROUND is off although neither Slack nor Discord is configured, so there is nothing to start']);
  }
  return {
    slack,
    discord,
    database: readDatabase(data.DATABASE_URL ?? 'file:var/bot.sqlite'),
    playground: data.PLAYGROUND === undefined ? slack === null && discord === null : data.PLAYGROUND === 'on',
    web: data.WEB === 'on',
    webUrl: data.WEB_URL ?? null,
    bankDirectory: data.BANK_DIR ?? ownBank,
    banks: readBanksBeside(data),
    texts: readTextsOf(data),
    flags: readFlags(data, [...(slack === null ? [] : ['slack']), ...(discord === null ? [] : ['discord'])]),
    suggestionsDirectory: data.SUGGESTIONS_DIR ?? null,
    zoneDirectory: data.TZDIR ?? null,
    host: data.HOST ?? '127.0.0.1',
    port: Number(data.PORT ?? 3000),
    // At a terminal, who tries the bot wants to read that one line and not a log.
    logLevel:
      logLevels.find((level) => level === data.LOG_LEVEL) ?? (slack === null && discord === null ? 'warn' : 'info'),
    warnings: warningsOf(unknown),
    underNpm: environment['npm_lifecycle_event'] !== undefined,
  };
}

function readSlack(given: Variables): SlackConfig | null {
  const { SLACK_BOT_TOKEN: botToken = null, SLACK_APP_TOKEN: appToken, SLACK_SIGNING_SECRET: signingSecret } = given;
  const installs = readSlackInstalls(given);
  if (botToken === null && installs === null) {
    const left =
      appToken !== undefined ? 'SLACK_APP_TOKEN' : signingSecret !== undefined ? 'SLACK_SIGNING_SECRET' : null;
    if (left === null) return null;
    throw fault([
      `SLACK_BOT_TOKEN is missing although ${left} is set; copy the Bot User OAuth Token from OAuth & Permissions at ${slackPage}`,
    ]);
  }
  const common = {
    botToken,
    ...(installs === null ? {} : { installs }),
    managers: given.SLACK_MANAGERS?.split(',').map((id) => id.trim()) ?? null,
    ...(given.SLACK_API_URL === undefined ? {} : { apiUrl: given.SLACK_API_URL }),
  };
  if (appToken !== undefined) return { ...common, mode: { kind: 'socket', appToken } };
  if (signingSecret !== undefined) return { ...common, mode: { kind: 'http', signingSecret } };
  const beside = botToken === null ? 'SLACK_CLIENT_ID' : 'SLACK_BOT_TOKEN';
  throw fault([
    `SLACK_APP_TOKEN (Socket Mode) or SLACK_SIGNING_SECRET (HTTP) is missing beside ${beside}; both are under Basic Information at ${slackPage}`,
  ]);
}

function readSlackInstalls(given: Variables): InstallsConfig | null {
  const installs = readInstalls(given);
  if (installs !== null && 'problems' in installs) throw fault(installs.problems);
  return installs;
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

function readFlags(
  { FLAGS_CHANNEL: text, FLAGS_TO_REST: people }: Variables,
  connected: readonly string[],
): Configuration['flags'] {
  const channels = text === undefined ? [] : readFlagChannels(text, connected);
  if ('wrong' in channels) throw fault([`FLAGS_CHANNEL ${channels.wrong}`]);
  return { channels, rest: people === undefined ? null : Number(people) };
}

function readTextsOf({ TEXTS_DIR, OPERATOR, CONTACT, GOVERNING_LAW }: Variables): Configuration['texts'] {
  const operator = { operator: OPERATOR ?? null, contact: CONTACT ?? null, law: GOVERNING_LAW ?? null };
  return { folder: TEXTS_DIR ?? ownTexts, operator };
}

function readBanksBeside({ BANKS: text }: Variables): BankFolders {
  const folders = text === undefined ? new Map<string, string>() : readBanks(text);
  if ('wrong' in folders) throw fault([`BANKS ${folders.wrong}`]);
  return folders;
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
