import { spawnSync } from 'node:child_process';
import { copyFileSync, cpSync, existsSync, mkdirSync, readdirSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { copied, type Instruction, letIn, readDockerfile, variablesOf } from './dockerfile.ts';

/**
 * What `gcr.io/distroless/cc` has of libraries. That there is nothing else, no shell and no other library, is what following the
 * Dockerfile with it finds out.
 */
const libraries = ['c', 'm', 'dl', 'pthread', 'rt', 'resolv', 'nss_dns', 'nss_files'].map((name) => `lib${name}.so`);
const librariesOfCc = ['libgcc_s.so.1', 'libstdc++.so.6'];

/** What that image takes by itself, in bytes, rounded up. */
export const baseBytes = 32_000_000;

/**
 * Carries a Dockerfile out, line by line, in folders below `place`, without a container engine: RUN with this machine's npm and
 * tools in the folder of WORKDIR, COPY from what `.dockerignore` lets in, and the last stage upon the libraries of its base
 * alone. Gives the folder that is the image. Needs root, for --chown.
 */
export function followDockerfile(place: string): string {
  const stages = new Map<string, string>();
  let root = '';
  let folder = '/';
  const done: Instruction[] = [];
  for (const instruction of readDockerfile()) {
    const { name, flags, text } = instruction;
    if (name === 'FROM') {
      const [base = '', , stage = 'image'] = text.split(/\s+/);
      root = join(place, stage);
      mkdirSync(root);
      stages.set(stage, root);
      if (base.startsWith('gcr.io/distroless/cc-')) putLibraries(root);
      done.length = 0;
    } else if (name === 'WORKDIR') {
      folder = text;
      mkdirSync(join(root, folder), { recursive: true });
    } else if (name === 'RUN') {
      runLine(text, join(root, folder), variablesOf(done));
    } else if (name === 'COPY') {
      const from = flags['from'];
      const origin = from === undefined ? null : (stages.get(from) ?? '');
      copy(instruction, origin, { root, folder });
    }
    done.push(instruction);
  }
  return root;
}

function runLine(line: string, cwd: string, variables: Readonly<Record<string, string>>): void {
  const env = { PATH: process.env['PATH'], HOME: process.env['HOME'], ...variables };
  const { status, stderr, stdout } = spawnSync('/bin/sh', ['-c', line], { cwd, env, encoding: 'utf8' });
  if (status !== 0) throw new Error(`RUN ${line}\nfailed with ${status}:\n${stdout}${stderr}`);
}

/** `origin`: the folder of another stage; null for the folder of the build. */
function copy(
  instruction: Instruction,
  origin: string | null,
  { root, folder }: { readonly root: string; readonly folder: string },
): void {
  const { sources, target } = copied(instruction);
  const allowed = letIn();
  for (const source of sources) {
    if (origin === null && !allowed.includes(source)) throw new Error(`.dockerignore keeps ${source} out.`);
    const from = origin === null ? source : join(origin, source);
    const into = target.startsWith('/') ? target : join(folder, target);
    const to = join(root, into, target.endsWith('/') ? basename(source) : '');
    cpSync(from, to, { recursive: true, verbatimSymlinks: true });
    const owner = instruction.flags['chown'] ?? '0:0';
    spawnSync('chown', ['--recursive', '--no-dereference', owner, to]);
  }
}

function putLibraries(root: string): void {
  const places = readdirSync('/lib').filter((name) => name.endsWith('-linux-gnu'));
  for (const place of places) {
    const names = readdirSync(join('/lib', place)).filter(
      (name) => libraries.some((library) => name.startsWith(`${library}.`)) || librariesOfCc.includes(name),
    );
    mkdirSync(join(root, 'lib', place), { recursive: true });
    for (const name of names) copyFileSync(join('/lib', place, name), join(root, 'lib', place, name));
  }
  for (const loader of ['/lib64/ld-linux-x86-64.so.2', '/lib/ld-linux-aarch64.so.1']) {
    if (!existsSync(loader)) continue;
    mkdirSync(join(root, dirname(loader)), { recursive: true });
    copyFileSync(loader, join(root, loader));
  }
}

/** The bytes of all files below a folder, those with several names once. */
export function bytesBelow(folder: string): number {
  const { stdout } = spawnSync('du', ['--bytes', '--summarize', folder], { encoding: 'utf8' });
  return Number(stdout.split('\t')[0]);
}
