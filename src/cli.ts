import './node-version.cjs';
import type { ParsedArguments } from './cli/command-line.ts';
import { describeCommand, readArguments } from './cli/command-line.ts';
import type { CommandName } from './cli/commands.ts';
import { chooseCommand, commands, listCommands } from './cli/commands.ts';
import { exitOnFault } from './cli/exit.ts';
import type { Print } from './cli/print.ts';
import { version } from './cli/version.ts';
import type { Configuration } from './config.ts';
import type { Subject } from './core/bank.ts';
import { Fault } from './core/fault.ts';

/** Commands write their output through `print`. */
const quiet = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };

const print: Print = { line: (text) => console.log(text), error: (text) => console.error(text) };

/** Each command resolves to the exit code, and loads what it needs only when it runs, so that help appears at once. */
const programs: Readonly<Record<CommandName, (given: ParsedArguments) => Promise<number>>> = {
  ask,
  'bank check': async ({ options }) => (await bank()).checkBank(await bankDirectory(), print, 'strict' in options),
  'bank snippets': async ({ lists }) =>
    (await import('./cli/bank-snippets.ts')).checkSnippets(await bankDirectory(), print, lists['python']),
  'bank verify-api': async ({ lists }) =>
    (await import('./cli/bank-verify-api.ts')).verifyApi(await bankDirectory(), print, lists['python']),
  'bank stats': bankStatistics,
  'bank paper': bankPaper,
  'bank gaps': bankGaps,
  'bank flags': bankFlags,
  'bank export': async () => (await bank()).exportBank(await bankDirectory(), print),
  doctor: async () => (await import('./cli/doctor.ts')).diagnose(await configuration(), print, quiet),
  'slack manifest': async ({ options }) =>
    (await import('./cli/slack-manifest.ts')).printSlackManifest(options, await subject(), print),
  'discord register': discordRegister,
  'db migrate': async () => (await database()).migrateDatabase((await configuration()).database, print, quiet),
  'db relearn': async () => (await database()).relearnDatabase((await configuration()).database, print, quiet),
  'db export': dbExport,
  'db backup': async ({ operands: [file = ''] }) =>
    (await database()).backUpDatabase((await configuration()).database, file, print),
};

async function run(argv: readonly string[]): Promise<number> {
  const chosen = chooseCommand(argv);
  if ('name' in chosen) {
    const given = readArguments(commands[chosen.name], chosen.args);
    if (!given.help) return programs[chosen.name](given);
    print.line(describeCommand(commands[chosen.name]));
    return 0;
  }
  if (argv[0] === '--version') {
    print.line(version);
    return 0;
  }
  const wantsHelp = argv.some((word) => word === '--help' || word === '-h');
  if (!wantsHelp) throw new Fault('usage', chosen.wrong, listCommands(chosen.group));
  print.line(listCommands(chosen.group));
  return 0;
}

function bank() {
  return import('./cli/bank.ts');
}

function database() {
  return import('./cli/database.ts');
}

async function configuration(): Promise<Configuration> {
  const { loadEnvironment, readConfiguration } = await import('./config.ts');
  const environment = loadEnvironment();
  return readConfiguration(environment.process, environment.file);
}

async function bankDirectory(): Promise<string> {
  return (await configuration()).bankDirectory;
}

async function subject(): Promise<Subject> {
  const { loadBank } = await import('./bank/load.ts');
  return (await loadBank(await bankDirectory())).subject;
}

async function bankPaper({ options, lists }: ParsedArguments): Promise<number> {
  const { gradePaper, printPaper } = await import('./cli/bank-paper.ts');
  const { grade: files } = lists;
  if (files !== undefined) return gradePaper(await bankDirectory(), files, print, 'figures' in options);
  if (!('figures' in options)) return printPaper(await bankDirectory(), print);
  throw new Fault('usage', 'There are no answers to give figures of.', 'Add --grade FILE.');
}

async function bankStatistics({ options }: ParsedArguments): Promise<number> {
  const { database: location, bankDirectory: directory } = await configuration();
  const { answerFigures, answerStatistics } = await import('./cli/bank-answers.ts');
  const where = { location, print, log: quiet };
  if ('json' in options) return answerFigures(directory, where);
  await (await bank()).bankStatistics(directory, print);
  return answerStatistics(directory, where);
}

async function bankGaps({ options }: ParsedArguments): Promise<number> {
  const { database: location, bankDirectory: directory } = await configuration();
  const { listAliases, listGaps } = await import('./cli/gaps.ts');
  const where = { location, all: 'all' in options, print, log: quiet };
  return 'aliases' in options ? listAliases(directory, where) : listGaps(where);
}

async function bankFlags({ options }: ParsedArguments): Promise<number> {
  const { database: location, bankDirectory: directory, flags } = await configuration();
  const { clearFlags, listFlags } = await import('./cli/bank-flags.ts');
  const where = { location, print, log: quiet };
  const { clear: id, json } = options;
  if (id !== undefined) return clearFlags(id, where);
  return listFlags(directory, { ...where, rest: flags.rest, json: json !== undefined });
}

async function dbExport({ options, operands: [person = ''] }: ParsedArguments): Promise<number> {
  const { database: location, bankDirectory: directory } = await configuration();
  const { exportPerson } = await import('./cli/export-person.ts');
  return exportPerson(directory, person, { location, anki: 'anki' in options, print, log: quiet });
}

async function discordRegister({ options }: ParsedArguments): Promise<number> {
  const { discord } = await configuration();
  if (discord === null) {
    throw new Fault('configuration', 'DISCORD_TOKEN is missing.', 'docs/discord.md shows where to get it.');
  }
  const { registerDiscordCommands } = await import('./cli/discord-register.ts');
  return registerDiscordCommands(discord, await subject(), print, 'remove' in options);
}

async function ask({ options, operands }: ParsedArguments): Promise<number> {
  const directory = await bankDirectory();
  const [{ createAssistant }, { loadBank }, { prepareSearch }, asking] = await Promise.all([
    import('./assistant.ts'),
    import('./bank/load.ts'),
    import('./search/search.ts'),
    import('./cli/ask.ts'),
  ]);
  const { askAgainAndAgain, askForMachines, askOnce } = asking;
  const bank = await loadBank(directory, () => {}, prepareSearch);
  const { application, search } = createAssistant(bank);
  if ('jsonl' in options) await askForMachines(search, bank.questions);
  else if (operands.length > 0) await askOnce(application, operands.join(' '));
  else await askAgainAndAgain(application);
  return 0;
}

await exitOnFault(async () => {
  process.exitCode = await run(process.argv.slice(2));
});
