import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Fault } from '../core/fault.ts';
import type { Judgement, JudgementRequest } from './api.ts';
import type { Release } from './releases.ts';
import type { Snippet, SnippetResult } from './snippets.ts';

const snippetRunner = fileURLToPath(new URL('./snippet-runner.py', import.meta.url));
const apiRunner = fileURLToPath(new URL('./api-runner.py', import.meta.url));
const virtualEnvironment = fileURLToPath(new URL('../../.venv/bin/python', import.meta.url));

/** The whole bank takes seconds; a block that never ends must not hang a build. In ms. */
const timeLimit = 300_000;

/** What a snippet that starts processes may take beyond that; the runner ends it before. In ms. */
const timeForProcesses = 100_000;

const probe = 'import json, torch; print(json.dumps([torch.__version__, torch.cuda.is_available()]))';

const install =
  'Run `python3 -m venv .venv && .venv/bin/pip install torch numpy`, or `apt-get install python3-torch` on Debian.';

/**
 * The Pythons to use, in order: the given ones, or else one that has PyTorch: that of `.venv`, Debian's
 * `/usr/bin/python3`, or `python3` on the PATH. Rejects with a Fault if a given one, or all of those, cannot import torch.
 */
export async function findReleases(given: readonly string[]): Promise<readonly Release[]> {
  if (given.length > 0) return Promise.all(given.map(askedFor));
  const candidates = [virtualEnvironment, '/usr/bin/python3'].filter((path) => existsSync(path));
  for (const python of [...candidates, 'python3']) {
    const release = await releaseOf(python);
    if (release !== null) return [release];
  }
  throw new Fault('no-pytorch', 'No Python with PyTorch was found.', install);
}

async function askedFor(python: string): Promise<Release> {
  const release = await releaseOf(python);
  if (release !== null) return release;
  throw new Fault('no-pytorch', `${python} is no Python with PyTorch.`, `Name one that can import torch. ${install}`);
}

async function releaseOf(python: string): Promise<Release | null> {
  const { code, stdout } = await run(python, ['-W', 'ignore', '-c', probe], '', timeLimit);
  if (code !== 0) return null;
  const [version, gpu] = JSON.parse(stdout);
  return { python, version, gpu };
}

/** Runs these snippets, all but those that start processes in one process. Rejects with a Fault if that ends before. */
export async function runSnippets(snippets: readonly Snippet[], release: Release): Promise<readonly SnippetResult[]> {
  const jobs = snippets.map(({ key, code, needs }) => ({ key, code, processes: needs.includes('processes') }));
  const limit = timeLimit + timeForProcesses * jobs.filter(({ processes }) => processes).length;
  return runWith(release, snippetRunner, jobs, limit);
}

/** Holds names, calls and defaults against what is installed. Rejects with a Fault if Python fails. */
export async function judgeApi(request: JudgementRequest, release: Release): Promise<Judgement> {
  return runWith(release, apiRunner, request, timeLimit);
}

async function runWith<Result>(release: Release, script: string, input: unknown, limit: number): Promise<Result> {
  const finished = await run(release.python, [script], JSON.stringify(input), limit);
  if (finished.code === 0) return JSON.parse(finished.stdout);
  throw new Fault(
    'python-crashed',
    `${release.python} ended with ${finished.code ?? 'a signal'} before all was done.`,
    finished.stderr.trim().split('\n').at(-1) ?? '',
  );
}

type Finished = { readonly code: number | null; readonly stdout: string; readonly stderr: string };

function run(command: string, args: readonly string[], input: string, timeout: number): Promise<Finished> {
  return new Promise((resolve) => {
    const child = spawn(command, args, { timeout, stdio: 'pipe' });
    const chunks = { stdout: '', stderr: '' };
    child.stdout.setEncoding('utf8').on('data', (chunk: string) => (chunks.stdout += chunk));
    child.stderr.setEncoding('utf8').on('data', (chunk: string) => (chunks.stderr += chunk));
    child.on('error', () => resolve({ code: 127, ...chunks }));
    child.on('close', (code) => resolve({ code, ...chunks }));
    child.stdin.on('error', () => child.kill());
    child.stdin.end(input);
  });
}
