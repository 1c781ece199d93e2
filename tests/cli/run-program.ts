import { spawn } from 'node:child_process';
import { resolve } from 'node:path';
import { asNpmDoes } from '../as-npm-does.ts';

export type Finished = { readonly code: number | null; readonly stdout: string; readonly stderr: string };

/** Runs one of our programs as npm does, in an environment that has no variable of ours but the given ones; in `cwd`, or here. */
export function runProgram(
  script: 'main' | 'cli',
  args: readonly string[] = [],
  input = '',
  variables: Record<string, string> = {},
  cwd?: string,
): Promise<Finished> {
  return new Promise((finish, reject) => {
    const argv = [...asNpmDoes, resolve(`src/${script}.ts`), ...args];
    const env = { PATH: process.env['PATH'], ...variables };
    const child = spawn(process.execPath, argv, { env, stdio: 'pipe', cwd });
    const chunks = { stdout: '', stderr: '' };
    child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
      chunks.stdout += chunk;
    });
    child.stderr.setEncoding('utf8').on('data', (chunk: string) => {
      chunks.stderr += chunk;
    });
    child.on('error', reject);
    child.on('close', (code) => finish({ code, ...chunks }));
    child.stdin.end(input);
  });
}
