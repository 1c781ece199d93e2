import type { Configuration, Environment } from '../config.ts';
import type { Subject } from '../core/bank.ts';
import { subjectAmong } from '../core/bank-name.ts';
import { Fault } from '../core/fault.ts';
import type { ParsedArguments } from './command-line.ts';
import { describeCommand, readArguments, usageFault } from './command-line.ts';
import type { CommandName } from './commands.ts';
import { chooseCommand, commands, listCommands } from './commands.ts';
import type { Print } from './print.ts';
import { version } from './version.ts';

/** What a command is given besides its arguments. */
export type Surroundings = {
  readonly print: Print;
  /** The variables of the process and of the `.env` file; asked for only by a command that needs any. */
  readonly environment: () => Promise<{ readonly process: Environment; readonly file: Environment }>;
};

type Program = (given: ParsedArguments, surroundings: Surroundings) => Promise<number>;

/** Commands write their output through `print`. */
const quiet = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };

/** Each command resolves to the exit code, and loads what it needs only when it runs, so that help appears at once. */
const programs: Readonly<Record<CommandName, Program>> = {
  ask,
  'bank check': async ({ options }, around) =>
    (await bank()).checkBanks(await configuration(around), around.print, 'strict' in options),
  'bank snippets': async ({ lists }, around) =>
    (await import('./bank-snippets.ts')).checkSnippets(await bankDirectory(around), around.print, lists['python']),
  'bank verify-api': async ({ lists }, around) =>
    (await import('./bank-verify-api.ts')).verifyApi(await bankDirectory(around), around.print, lists['python']),
  'bank stats': bankStatistics,
  'bank paper': bankPaper,
  'bank gaps': bankGaps,
  'bank flags': bankFlags,
  'bank new': async ({ operands: [name = ''] }, around) =>
    (await import('./bank-new.ts')).writeTemplate(await bankDirectory(around), name, around.print),
  'bank import': bankImport,
  'bank drafts': async ({ operands, options }, around) => {
    const folders = operands.length > 0 ? operands : [await bankDirectory(around)];
    return (await import('./bank-drafts.ts')).listDrafts(folders, around.print, 'all' in options);
  },
  'bank suggestions': bankSuggestions,
  'bank export': bankExport,
  doctor: async (_, around) => (await import('./doctor.ts')).diagnose(await configuration(around), around.print, quiet),
  'slack manifest': slackManifest,
  'discord register': discordRegister,
  'discord listing': discordListing,
  'db migrate': async (_, around) =>
    (await database()).migrateDatabase((await configuration(around)).database, around.print, quiet),
  'db relearn': async (_, around) =>
    (await database()).relearnDatabase((await configuration(around)).database, around.print, quiet),
  'db export': dbExport,
  'db move': async ({ options: { from, to } }, { print }) =>
    (await import('./move-database.ts')).move({ from, to }, print, quiet),
  'db forget': dbForget,
  'db backup': async ({ operands: [file = ''] }, around) =>
    (await database()).backUpDatabase((await configuration(around)).database, file, around.print),
};

/**
 * Runs the command that the words of a command line name, or shows its help; resolves to the exit code. Rejects with a Fault
 * that says what is wrong and what to do.
 */
export async function runCommand(argv: readonly string[], around: Surroundings): Promise<number> {
  const { print } = around;
  const chosen = chooseCommand(argv);
  if ('name' in chosen) {
    const given = readArguments(commands[chosen.name], chosen.args);
    if (!given.help) return programs[chosen.name](given, around);
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
  return import('./bank.ts');
}

function database() {
  return import('./database.ts');
}

async function configuration({ environment }: Surroundings): Promise<Configuration> {
  const [{ readConfiguration }, given] = [await import('../config.ts'), await environment()];
  return readConfiguration(given.process, given.file);
}

async function bankDirectory(around: Surroundings): Promise<string> {
  return (await configuration(around)).bankDirectory;
}

async function subject(around: Surroundings): Promise<Subject> {
  const [{ loadBank }, { loadBanks }] = [await import('../bank/load.ts'), await import('../bank/load-banks.ts')];
  const [standard, ...beside] = await loadBanks(await configuration(around), (directory) => loadBank(directory));
  return subjectAmong(
    standard.subject,
    [standard, ...beside].map((bank) => bank.subject),
  );
}

async function bankPaper({ options, lists }: ParsedArguments, around: Surroundings): Promise<number> {
  const { gradePaper, printPaper } = await import('./bank-paper.ts');
  const { grade: files } = lists;
  if (files !== undefined) return gradePaper(await bankDirectory(around), files, around.print, 'figures' in options);
  if (!('figures' in options)) return printPaper(await bankDirectory(around), around.print);
  throw new Fault('usage', 'There are no answers to give figures of.', 'Add --grade FILE.');
}

async function bankStatistics({ options }: ParsedArguments, around: Surroundings): Promise<number> {
  const { database: location, bankDirectory: directory } = await configuration(around);
  const { answerStatistics, printFigures, printFiguresCsv } = await import('./bank-answers.ts');
  const where = { location, print: around.print, log: quiet };
  if ('json' in options) return printFigures(directory, where);
  if ('csv' in options) return printFiguresCsv(directory, where);
  await (await bank()).bankStatistics(directory, around.print);
  return answerStatistics(directory, where);
}

async function bankGaps({ options }: ParsedArguments, around: Surroundings): Promise<number> {
  const { database: location, bankDirectory: directory } = await configuration(around);
  const { listAliases, listGaps } = await import('./gaps.ts');
  const where = { location, all: 'all' in options, print: around.print, log: quiet };
  return 'aliases' in options ? listAliases(directory, where) : listGaps(where);
}

async function bankFlags({ options }: ParsedArguments, around: Surroundings): Promise<number> {
  const { database: location, bankDirectory: directory, flags } = await configuration(around);
  const { clearFlags, listFlags } = await import('./bank-flags.ts');
  const where = { location, print: around.print, log: quiet };
  const { clear: id, json } = options;
  if (id !== undefined) return clearFlags(id, where);
  return listFlags(directory, { ...where, rest: flags.rest, json: json !== undefined });
}

async function bankImport({ options, operands: files }: ParsedArguments, around: Surroundings): Promise<number> {
  const { importQuestions } = await import('./bank-import.ts');
  const { to, topic, author, licence, report } = options;
  return importQuestions(await bankDirectory(around), { files, to, topic, author, licence, report }, around.print);
}

async function bankSuggestions({ options }: ParsedArguments, around: Surroundings): Promise<number> {
  const { database: location, bankDirectory, banks, suggestionsDirectory: folder } = await configuration(around);
  const suggestions = await import('./bank-suggestions.ts');
  const where = { location, print: around.print, log: quiet };
  const { accept, decline, because, export: target } = options;
  if ([accept, decline, target].filter((each) => each !== undefined).length > 1) {
    throw new Fault('usage', 'That is more than one thing to do.', 'Give one of --accept, --decline and --export.');
  }
  if ((decline === undefined) !== (because === undefined)) {
    throw new Fault('usage', 'Its author is told why.', 'Give --decline ID and --because "WORDS" together.');
  }
  if (accept !== undefined) return suggestions.acceptSuggestion(accept, { bankDirectory, banks, folder }, where);
  if (decline !== undefined) return suggestions.declineSuggestion(decline, because ?? '', where);
  return target === undefined
    ? suggestions.listSuggestions(where)
    : suggestions.exportSuggestions(target, options['bank'] ?? '', where);
}

async function bankExport({ options, lists }: ParsedArguments, around: Surroundings): Promise<number> {
  const { exportBank } = await import('./bank-export.ts');
  const { to, out } = options;
  return exportBank(await bankDirectory(around), around.print, { to, out, topics: lists['topic'] ?? [] });
}

async function dbExport({ options, operands }: ParsedArguments, around: Surroundings): Promise<number> {
  const { database: location, bankDirectory: directory } = await configuration(around);
  const where = { location, print: around.print, log: quiet };
  const [person, ...more] = operands;
  if (options['scope'] !== undefined && person === undefined && !('anki' in options)) {
    return (await import('./scope-data.ts')).exportScope(options['scope'], where);
  }
  if (options['scope'] !== undefined || person === undefined || more.length > 0) {
    throw usageFault(commands['db export'], 'Name one PERSON, or a --scope alone.');
  }
  const { exportPerson } = await import('./export-person.ts');
  return exportPerson(directory, person, { ...where, anki: 'anki' in options });
}

async function dbForget({ options }: ParsedArguments, around: Surroundings): Promise<number> {
  const { scope } = options;
  if (scope === undefined) throw usageFault(commands['db forget'], '--scope is missing.');
  const { database: location } = await configuration(around);
  const { forgetScope } = await import('./scope-data.ts');
  return forgetScope(scope, 'yes' in options, { location, print: around.print, log: quiet });
}

async function slackManifest({ options }: ParsedArguments, around: Surroundings): Promise<number> {
  const { printSlackManifest } = await import('./slack-manifest.ts');
  const about = await subject(around);
  const manifest = printSlackManifest(options, about, around.print);
  if (!('listed' in options)) return 0;
  const { printSlackListing } = await import('./listing.ts');
  await printSlackListing(await configuration(around), about, manifest, around.print);
  return 0;
}

async function discordListing(_: ParsedArguments, around: Surroundings): Promise<number> {
  const { printDiscordListing } = await import('./listing.ts');
  return printDiscordListing(await configuration(around), await subject(around), around.print);
}

async function discordRegister({ options }: ParsedArguments, around: Surroundings): Promise<number> {
  const { discord } = await configuration(around);
  if (discord === null) {
    throw new Fault('configuration', 'DISCORD_TOKEN is missing.', 'docs/discord.md shows where to get it.');
  }
  const { registerDiscordCommands } = await import('./discord-register.ts');
  return registerDiscordCommands(discord, await subject(around), around.print, 'remove' in options);
}

async function ask({ options, operands }: ParsedArguments, around: Surroundings): Promise<number> {
  const directory = await bankDirectory(around);
  const [{ createAssistant }, { loadBank }, { prepareSearch }, asking] = await Promise.all([
    import('../assistant.ts'),
    import('../bank/load.ts'),
    import('../search/search.ts'),
    import('./ask.ts'),
  ]);
  const { askAgainAndAgain, askForMachines, askOnce } = asking;
  const bank = await loadBank(directory, () => {}, prepareSearch);
  const { application, search } = createAssistant(bank);
  if ('jsonl' in options) await askForMachines(search, bank.questions);
  else if (operands.length > 0) await askOnce(application, operands.join(' '));
  else await askAgainAndAgain(application);
  return 0;
}
