import './node-version.cjs';
import { parseArgs } from 'node:util';
import { createAssistant } from './assistant.ts';
import { loadBank } from './bank/bank.ts';
import { askAgainAndAgain, askForMachines, askOnce } from './cli/ask.ts';
import { bankStatistics, checkBank, checkSnippets, exportBank } from './cli/bank.ts';
import { exitOnFault } from './cli/exit.ts';
import type { Print } from './cli/print.ts';
import { loadEnvironment, readConfiguration } from './config.ts';
import { Fault } from './core/fault.ts';

const usage = `Usage:
  npm run ask -- "what is stride"         one answer
  npm run ask                             a prompt to ask again and again
  npm run --silent ask -- --jsonl         one query a line in, one JSON object a line out
  npm run bank -- check                   every fault of the question bank
  npm run bank -- snippets                run every marked Python block and proof
  npm run bank -- stats                   questions and items by topic and level
  npm run --silent bank -- export         the whole bank as JSON`;

const bankCommands = { check: checkBank, snippets: checkSnippets, stats: bankStatistics, export: exportBank };

const print: Print = { line: (text) => console.log(text), error: (text) => console.error(text) };

async function run(argv: readonly string[]): Promise<number> {
  const [command, ...rest] = argv;
  if (command === 'ask') return ask(rest);
  if (command === 'bank') return bank(rest);
  return wrongUse(command === undefined ? 'No command was given.' : `There is no command ${command}.`);
}

async function ask(args: readonly string[]): Promise<number> {
  const { values, positionals } = readArguments(args);
  const { bankDirectory } = readConfiguration(loadEnvironment());
  const { application, search, questions } = createAssistant(await loadBank(bankDirectory));
  if (values.jsonl === true) await askForMachines(search, questions);
  else if (positionals.length > 0) await askOnce(application, positionals.join(' '));
  else await askAgainAndAgain(application);
  return 0;
}

async function bank(args: readonly string[]): Promise<number> {
  const [name = '', ...rest] = args;
  const command = Object.entries(bankCommands).find(([known]) => known === name)?.[1];
  if (command === undefined || rest.length > 0)
    return wrongUse(`bank needs one of ${Object.keys(bankCommands).join(', ')}.`);
  return command(readConfiguration(loadEnvironment()).bankDirectory, print);
}

function readArguments(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], allowPositionals: true, options: { jsonl: { type: 'boolean' } } });
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
