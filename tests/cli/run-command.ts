import { describeFault, exitCodeOf } from '../../src/cli/exit.ts';
import type { Print } from '../../src/cli/print.ts';
import { runCommand as run } from '../../src/cli/run-command.ts';
import type { Finished } from './run-program.ts';

/**
 * Runs a command of `cli.ts` in this process, with no variable but the given ones and no `.env`: everything that it does but for
 * what a process adds, which is to load the program, a second or two each time. What reads standard input needs `runProgram`.
 */
export async function runCommand(args: readonly string[], variables: Record<string, string> = {}): Promise<Finished> {
  const [lines, errors]: [string[], string[]] = [[], []];
  const print: Print = { line: (text) => lines.push(text), error: (text) => errors.push(text) };
  const finished = (code: number): Finished => ({ code, stdout: written(lines), stderr: written(errors) });
  try {
    return finished(await run(args, { print, environment: async () => ({ process: variables, file: {} }) }));
  } catch (error) {
    print.error(describeFault(error));
    return finished(exitCodeOf(error));
  }
}

function written(lines: readonly string[]): string {
  return lines.map((line) => `${line}\n`).join('');
}
