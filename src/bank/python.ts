import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Fault } from '../core/fault.ts';
import type { Snippet, SnippetResult } from './snippets.ts';

const runner = fileURLToPath(new URL('./snippet-runner.py', import.meta.url));
const virtualEnvironment = fileURLToPath(new URL('../../.venv/bin/python', import.meta.url));

/** The whole bank takes seconds; a block that never ends must not hang a build. In ms. */
const timeLimit = 300_000;

export type SnippetRun = {
  readonly torch: string;
  readonly python: string;
  readonly results: readonly SnippetResult[];
};

/**
 * Runs all snippets in one Python process that has PyTorch: that of `.venv`, else Debian's `/usr/bin/python3`, else
 * `python3` on the PATH. Rejects with a Fault if none of them can import torch.
 */
export async function runSnippets(snippets: readonly Snippet[]): Promise<SnippetRun> {
  const candidates = [virtualEnvironment, '/usr/bin/python3'].filter((path) => existsSync(path));
  for (const python of [...candidates, 'python3']) {
    const { code } = await run(python, ['-c', 'import torch'], '');
    if (code !== 0) continue;
    const jobs = snippets.map(({ key, code: source, minTorch, maxTorch }) => ({
      key,
      code: source,
      minTorch,
      maxTorch,
    }));
    const finished = await run(python, [runner], JSON.stringify(jobs));
    if (finished.code !== 0) {
      throw new Fault(
        'snippets-crashed',
        `Python ended with ${finished.code ?? 'a signal'} before all blocks were run.`,
        finished.stderr.trim().split('\n').at(-1) ?? '',
      );
    }
    return { python, ...parseRun(finished.stdout) };
  }
  throw new Fault(
    'no-pytorch',
    'No Python with PyTorch was found.',
    'Run `python3 -m venv .venv && .venv/bin/pip install torch numpy`, or `apt-get install python3-torch` on Debian.',
  );
}

function parseRun(text: string): Pick<SnippetRun, 'torch' | 'results'> {
  return JSON.parse(text);
}

type Finished = { readonly code: number | null; readonly stdout: string; readonly stderr: string };

function run(command: string, args: readonly string[], input: string): Promise<Finished> {
  return new Promise((resolve) => {
    const child = spawn(command, args, { timeout: timeLimit, stdio: 'pipe' });
    const chunks = { stdout: '', stderr: '' };
    child.stdout.setEncoding('utf8').on('data', (chunk: string) => (chunks.stdout += chunk));
    child.stderr.setEncoding('utf8').on('data', (chunk: string) => (chunks.stderr += chunk));
    child.on('error', () => resolve({ code: 127, ...chunks }));
    child.on('close', (code) => resolve({ code, ...chunks }));
    child.stdin.on('error', () => child.kill());
    child.stdin.end(input);
  });
}
