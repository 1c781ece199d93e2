import './node-version.cjs';
import { parseArgs } from 'node:util';
import { createAssistant } from './assistant.ts';
import { loadBank } from './bank/bank.ts';
import { askAgainAndAgain, askForMachines, askOnce } from './cli/ask.ts';
import { bankStatistics, checkBank, checkSnippets, exportBank } from './cli/bank.ts';
import { backUpDatabase, listGaps, migrateDatabase } from './cli/database.ts';
import { examine } from './cli/doctor.ts';
import { exitOnFault } from './cli/exit.ts';
import type { Print } from './cli/print.ts';
import type { Configuration } from './config.ts';
import { loadEnvironment, readConfiguration } from './config.ts';
import { Fault } from './core/fault.ts';

const usage = `Usage:
  npm run ask -- "what is stride"         one answer
  npm run ask                             a prompt to ask again and again
  npm run --silent ask -- --jsonl         one query a line in, one JSON object a line out
  npm run bank -- check                   every fault of the question bank, and every warning
  npm run bank -- check --strict          the same; a warning fails it, too
  npm run bank -- snippets                run every marked Python block and proof
  npm run bank -- stats                   questions and items by topic and level
  npm run bank -- gaps                    what people asked in vain
  npm run --silent bank -- export         the whole bank as JSON
  npm run doctor                          what is wrong with the configuration, and the cure
  npm run --silent slack:manifest -- --mode socket
                                          the manifest of a Slack app
  npm run discord:register                makes Discord's list of commands equal to ours
  npm run db:migrate                      brings the database up to date
  npm run db:backup -- FILE               copies the SQLite database, also while the bot runs`;

const bankCommands = { check: checkBank, snippets: checkSnippets, stats: bankStatistics, export: exportBank };

/** What the commands do is told by `print`. */
const quiet = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };

const print: Print = { line: (text) => console.log(text), error: (text) => console.error(text) };

async function run(argv: readonly string[]): Promise<number> {
  const [command, ...rest] = argv;
  switch (command) {
    case 'ask':
      return ask(rest);
    case 'bank':
      return bank(rest);
    case 'doctor':
      return examine(configuration(), print, quiet);
    case 'slack':
      return rest[0] === 'manifest' ? slackManifest(rest.slice(1)) : wrongUse('slack needs manifest.');
    case 'discord':
      return rest[0] === 'register' ? discordRegister(rest.slice(1)) : wrongUse('discord needs register.');
    case 'db':
      return database(rest);
    default:
      return wrongUse(command === undefined ? 'No command was given.' : `There is no command ${command}.`);
  }
}

/** Loaded when asked for: the libraries of a platform take their time. */
async function slackManifest(args: readonly string[]): Promise<number> {
  const { printSlackManifest } = await import('./cli/slack-manifest.ts');
  return printSlackManifest(args, print);
}

async function discordRegister(args: readonly string[]): Promise<number> {
  const { discord } = configuration();
  if (discord === null) {
    throw new Fault('configuration', 'DISCORD_TOKEN is missing.', 'docs/discord.md shows where to get it.');
  }
  const { registerDiscordCommands } = await import('./cli/discord-register.ts');
  return registerDiscordCommands(discord, print, args.includes('--remove'));
}

async function database([name, ...rest]: readonly string[]): Promise<number> {
  const { database: location } = configuration();
  if (name === 'migrate' && rest.length === 0) return migrateDatabase(location, print, quiet);
  if (name === 'backup' && rest.length <= 1) return backUpDatabase(location, rest[0], print);
  return wrongUse('db needs migrate, or backup and a file.');
}

function configuration(): Configuration {
  const environment = loadEnvironment();
  return readConfiguration(environment.process, environment.file);
}

async function ask(args: readonly string[]): Promise<number> {
  const { values, positionals } = readArguments(args);
  if (values.help === true) {
    print.line(usage);
    return 0;
  }
  const { bankDirectory } = configuration();
  const { application, search, questions } = createAssistant(await loadBank(bankDirectory));
  if (values.jsonl === true) await askForMachines(search, questions);
  else if (positionals.length > 0) await askOnce(application, positionals.join(' '));
  else await askAgainAndAgain(application);
  return 0;
}

async function bank(args: readonly string[]): Promise<number> {
  const [name = '', ...rest] = args;
  if (name === 'gaps' && rest.length === 0) return listGaps(configuration().database, print, quiet);
  const command = Object.entries(bankCommands).find(([known]) => known === name)?.[1];
  const isStrict = command === checkBank && rest.length === 1 && rest[0] === '--strict';
  if (isStrict) return checkBank(configuration().bankDirectory, print, true);
  if (command === undefined || rest.length > 0)
    return wrongUse(`bank needs one of ${[...Object.keys(bankCommands), 'gaps'].join(', ')}; check may be --strict.`);
  return command(configuration().bankDirectory, print);
}

function readArguments(args: readonly string[]) {
  try {
    const options = { jsonl: { type: 'boolean' }, help: { type: 'boolean', short: 'h' } } as const;
    return parseArgs({ args: [...args], allowPositionals: true, options });
  } catch (error) {
    throw new Fault('usage', error instanceof Error ? error.message : String(error), usage, error);
  }
}

function wrongUse(problem: string): number {
  print.error(`${problem}\n${usage}`);
  return 2;
}

await exitOnFault(async () => {
  process.exitCode = await run(process.argv.slice(2));
});
