import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { asNpmDoes } from '../as-npm-does.ts';
import { plainAccount } from '../simulators/postgres/account.ts';

export type Child = {
  readonly process: ChildProcess;
  /** The lines it has written, whole ones only. */
  readonly lines: () => readonly string[];
  /** Resolves when it has written so many. */
  readonly wrote: (count: number) => Promise<void>;
  /** kill -9; resolves when it is gone. */
  readonly kill: () => Promise<void>;
};

/**
 * Runs a program of `fixtures/`. As `nobody` it gives its rights away when these tests run as root: by itself and once it is
 * loaded, because the repository may lie where nobody else can read it.
 */
export function startChild(
  fixture: string,
  parameters: readonly string[],
  as: 'oneself' | 'nobody' = 'oneself',
): Child {
  const file = new URL(`fixtures/${fixture}.ts`, import.meta.url).pathname;
  const { uid, gid } = as === 'nobody' ? plainAccount() : {};
  const rights = uid === undefined || gid === undefined ? [] : [String(uid), String(gid)];
  const child = spawn(process.execPath, [...asNpmDoes, file, ...parameters, ...rights], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
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
