import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { type Account, plainAccount } from '../simulators/postgres/account.ts';

export type Child = {
  readonly process: ChildProcess;
  /** The lines it has written, whole ones only. */
  readonly lines: () => readonly string[];
  /** Resolves when it has written so many. */
  readonly wrote: (count: number) => Promise<void>;
  /** kill -9; resolves when it is gone. */
  readonly kill: () => Promise<void>;
};

/** Runs a program of `fixtures/`; `as` lends it an account without rights when these tests run as root. */
export function startChild(
  fixture: string,
  parameters: readonly string[],
  as: 'oneself' | 'nobody' = 'oneself',
): Child {
  const account: Account = as === 'nobody' ? plainAccount() : {};
  const file = new URL(`fixtures/${fixture}.ts`, import.meta.url).pathname;
  const child = spawn(process.execPath, [file, ...parameters], { ...account, stdio: ['ignore', 'pipe', 'inherit'] });
  let text = '';
  child.stdout.on('data', (chunk) => {
    text += chunk;
  });
  const ended = once(child, 'close');
  const lines = () => text.split('\n').slice(0, -1);
  return {
    process: child,
    lines,
    wrote: async (count) => {
      while (lines().length < count && child.exitCode === null) await Promise.race([once(child.stdout, 'data'), ended]);
    },
    kill: async () => {
      child.kill('SIGKILL');
      await ended;
    },
  };
}
