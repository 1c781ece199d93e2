import './node-version.cjs';
import { exitOnFault } from './cli/exit.ts';
import { runCommand } from './cli/run-command.ts';

await exitOnFault(async () => {
  process.exitCode = await runCommand(process.argv.slice(2), {
    print: { line: (text) => console.log(text), error: (text) => console.error(text) },
    environment: async () => (await import('./config.ts')).loadEnvironment(),
  });
});
