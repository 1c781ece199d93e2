import './node-version.cjs';
import { bankStatistics, checkBank, checkSnippets, exportBank } from './cli/bank.ts';
import { exitOnFault } from './cli/exit.ts';
import type { Print } from './cli/print.ts';
import { loadEnvironment, readConfiguration } from './config.ts';

const usage = `Usage:
  npm run bank -- check                   every fault of the question bank
  npm run bank -- snippets                run every marked Python block and proof
  npm run bank -- stats                   questions and items by topic and level
  npm run --silent bank -- export         the whole bank as JSON`;

const bankCommands = { check: checkBank, snippets: checkSnippets, stats: bankStatistics, export: exportBank };

const print: Print = { line: (text) => console.log(text), error: (text) => console.error(text) };

async function run(argv: readonly string[]): Promise<number> {
  const [command, ...rest] = argv;
  if (command === 'bank') return bank(rest);
  return wrongUse(command === undefined ? 'No command was given.' : `There is no command ${command}.`);
}

async function bank(args: readonly string[]): Promise<number> {
  const [name = '', ...rest] = args;
  const command = Object.entries(bankCommands).find(([known]) => known === name)?.[1];
  if (command === undefined || rest.length > 0)
    return wrongUse(`bank needs one of ${Object.keys(bankCommands).join(', ')}.`);
  return command(readConfiguration(loadEnvironment()).bankDirectory, print);
}

function wrongUse(problem: string): number {
  print.error(`${problem}\n${usage}`);
  return 2;
}

await exitOnFault(async () => {
  process.exitCode = await run(process.argv.slice(2));
});
