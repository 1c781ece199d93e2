import './node-version.cjs';
import { createAssistant } from './assistant.ts';
import { loadBank } from './bank/bank.ts';
import { askAgainAndAgain, askForMachines, askOnce } from './cli/ask.ts';
import { bankStatistics, checkBank, checkSnippets, exportBank } from './cli/bank.ts';
import type { Given } from './cli/command-line.ts';
import { describeCommand, readArguments } from './cli/command-line.ts';
import type { CommandName } from './cli/commands.ts';
import { chooseCommand, commands, listCommands } from './cli/commands.ts';
import { backUpDatabase, listGaps, migrateDatabase } from './cli/database.ts';
import { examine } from './cli/doctor.ts';
import { exitOnFault } from './cli/exit.ts';
import type { Print } from './cli/print.ts';
import type { Configuration } from './config.ts';
import { loadEnvironment, readConfiguration } from './config.ts';
import { Fault } from './core/fault.ts';

/** What the commands do is told by `print`. */
const quiet = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };

const print: Print = { line: (text) => console.log(text), error: (text) => console.error(text) };

/** Each resolves with the exit code. */
const programs: Readonly<Record<CommandName, (given: Given) => number | Promise<number>>> = {
  ask,
  'bank check': ({ options }) => checkBank(configuration().bankDirectory, print, 'strict' in options),
  'bank snippets': () => checkSnippets(configuration().bankDirectory, print),
  'bank stats': () => bankStatistics(configuration().bankDirectory, print),
  'bank gaps': () => listGaps(configuration().database, print, quiet),
  'bank export': () => exportBank(configuration().bankDirectory, print),
  doctor: () => examine(configuration(), print, quiet),
  'slack manifest': slackManifest,
  'discord register': discordRegister,
  'db migrate': () => migrateDatabase(configuration().database, print, quiet),
  'db backup': ({ operands: [file = ''] }) => backUpDatabase(configuration().database, file, print),
};

async function run(argv: readonly string[]): Promise<number> {
  const chosen = chooseCommand(argv);
  if ('name' in chosen) {
    const given = readArguments(commands[chosen.name], chosen.args);
    if (!given.help) return programs[chosen.name](given);
    print.line(describeCommand(commands[chosen.name]));
    return 0;
  }
  const wantsHelp = argv.some((word) => word === '--help' || word === '-h');
  if (!wantsHelp) throw new Fault('usage', chosen.wrong, listCommands(chosen.group));
  print.line(listCommands(chosen.group));
  return 0;
}

/** Loaded when asked for, as the next: the libraries of a platform take their time. */
async function slackManifest({ options }: Given): Promise<number> {
  const { printSlackManifest } = await import('./cli/slack-manifest.ts');
  return printSlackManifest(options, print);
}

async function discordRegister({ options }: Given): Promise<number> {
  const { discord } = configuration();
  if (discord === null) {
    throw new Fault('configuration', 'DISCORD_TOKEN is missing.', 'docs/discord.md shows where to get it.');
  }
  const { registerDiscordCommands } = await import('./cli/discord-register.ts');
  return registerDiscordCommands(discord, print, 'remove' in options);
}

function configuration(): Configuration {
  const environment = loadEnvironment();
  return readConfiguration(environment.process, environment.file);
}

async function ask({ options, operands }: Given): Promise<number> {
  const { bankDirectory } = configuration();
  const { application, search, questions } = createAssistant(await loadBank(bankDirectory));
  if ('jsonl' in options) await askForMachines(search, questions);
  else if (operands.length > 0) await askOnce(application, operands.join(' '));
  else await askAgainAndAgain(application);
  return 0;
}

await exitOnFault(async () => {
  process.exitCode = await run(process.argv.slice(2));
});
