import './node-version.cjs';
import { flushCompileCache } from 'node:module';
import type { CommandLine } from './cli/command-line.ts';
import { describeCommand, readArguments } from './cli/command-line.ts';
import { exitOnFault } from './cli/exit.ts';
import { version } from './cli/version.ts';
import type { Configuration } from './config.ts';
import type { Running } from './process.ts';

const connectHint =
  'To connect Slack or Discord, copy .env.example to .env and fill in the tokens; README.md shows how.';

const start: CommandLine = {
  typed: 'npm start --',
  says: 'starts the bot as .env or the variables of the process say; with no token it serves a local page',
  options: { version: { says: 'prints the version, and starts nothing' } },
};

await exitOnFault(async () => {
  const given = readArguments(start, process.argv.slice(2));
  // Help, the version and usage errors are answered before everything else is loaded.
  if (given.help) return console.log(describeCommand(start));
  if ('version' in given.options) return console.log(version);
  const { loadEnvironment, readConfiguration } = await import('./config.ts');
  const environment = loadEnvironment();
  const configuration = readConfiguration(environment.process, environment.file);
  const { createLog } = await import('./ops/log.ts');
  const log = createLog(configuration.logLevel);
  // Before the rest is loaded, which takes long on a slow machine, and longest the first time.
  log.info({ version }, 'Starting.');
  const [{ runProcess }, { releaseMemory }] = await Promise.all([
    import('./process.ts'),
    import('./ops/release-memory.ts'),
  ]);
  for (const warning of configuration.warnings) log.warn({}, warning);
  const running = await runProcess(configuration, log);
  if (configuration.playground) console.log(welcome(configuration, running));
  // For the next start, even if this process is killed.
  flushCompileCache();
  releaseMemory();
});

/** For a person at a terminal; logs are for machines. */
function welcome({ slack, discord }: Configuration, { address, movedFrom }: Running): string {
  return [
    ...(movedFrom === null ? [] : [`Port ${movedFrom} is taken, so the next free one is used.`]),
    `The playground is at ${address}`,
    ...(slack === null && discord === null ? [connectHint] : []),
  ].join('\n');
}
