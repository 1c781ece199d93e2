import { spawn } from 'node:child_process';

export type Finished = { readonly code: number | null; readonly stdout: string; readonly stderr: string };

/** Runs one of our programs as npm does, in an environment that has no variable of ours but the given ones. */
export function runProgram(
  script: 'main' | 'cli',
  args: readonly string[] = [],
  input = '',
  variables: Record<string, string> = {},
): Promise<Finished> {
  return new Promise((resolve, reject) => {
    const argv = ['--require', './src/node-version.cjs', `src/${script}.ts`, ...args];
    const child = spawn(process.execPath, argv, { env: { PATH: process.env['PATH'], ...variables }, stdio: 'pipe' });
    const chunks = { stdout: '', stderr: '' };
    child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
      chunks.stdout += chunk;
    });
    child.stderr.setEncoding('utf8').on('data', (chunk: string) => {
      chunks.stderr += chunk;
    });
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, ...chunks }));
    child.stdin.end(input);
  });
}
