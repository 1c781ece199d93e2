import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { commandOf, type Instruction, variablesOf } from './dockerfile.ts';

/** What stands between a process and the machine, as Kubernetes and compose.yaml set it up: a root that is read-only, no rights. */
const setUp = `
  set -e
  mount --bind "$ROOT" "$ROOT"
  mount --bind "$VOLUME" "$ROOT/app/var"
  mount --rbind /proc "$ROOT/proc"
  for device in null urandom; do mount --bind /dev/$device "$ROOT/dev/$device"; done
  mount -t tmpfs tmpfs "$ROOT/tmp"
  mount -o remount,ro,bind "$ROOT"
  exec env --ignore-environment "$@"
`;

export type Finished = { readonly code: number | null; readonly output: string };

/** Runs commands in an image that `followDockerfile` made, as its last stage says. Needs root, for the mounts. */
export type Container = {
  /** Starts the program with the command of CMD, or another one. */
  readonly start: (variables?: Readonly<Record<string, string>>, command?: readonly string[]) => Running;
  /** Runs what HEALTHCHECK runs; 0 is healthy. */
  readonly health: (variables: Readonly<Record<string, string>>) => Promise<Finished>;
};

export type Running = {
  readonly process: ChildProcess;
  readonly output: () => string;
  readonly ended: Promise<Finished>;
};

/** `volume`: a folder for VOLUME, which must belong to the image's user. */
export function containerOf(root: string, image: readonly Instruction[], volume: string): Container {
  for (const folder of ['proc', 'tmp', 'dev']) mkdirSync(join(root, folder), { recursive: true });
  for (const device of ['null', 'urandom']) writeFileSync(join(root, 'dev', device), '');
  const last = (wanted: string) => {
    const found = image.findLast(({ name }) => name === wanted);
    if (found === undefined) throw new Error(`The image has no ${wanted}.`);
    return found;
  };
  const [user = '', group = ''] = last('USER').text.split(':');
  const folder = last('WORKDIR').text;
  const run = (command: readonly string[], variables: Readonly<Record<string, string>>) => {
    const inside = Object.entries({ ...variablesOf(image), ...variables }).map(([name, value]) => `${name}=${value}`);
    const enter = [
      '/usr/bin/unshare',
      `--root=${root}`,
      `--wd=${folder}`,
      `--setgid=${group}`,
      `--setuid=${user}`,
      ...command,
    ];

    const child = spawn('unshare', ['--mount', 'sh', '-c', setUp, 'sh', ...inside, ...enter], {
      env: { PATH: process.env['PATH'], ROOT: root, VOLUME: volume },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text: string) => {
        output += text;
      });
    }
    const ended = once(child, 'close').then(([code]): Finished => ({ code: code as number | null, output }));
    return { process: child, output: () => output, ended };
  };
  return {
    start: (variables = {}, command = commandOf(last('CMD'))) =>
      run([...commandOf(last('ENTRYPOINT')), ...command], variables),
    health: (variables) => run(commandOf(last('HEALTHCHECK')), variables).ended,
  };
}
