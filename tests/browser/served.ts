import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { asNpmDoes } from '../as-npm-does.ts';

const programs = {
  /** The program as people start it. */
  main: fileURLToPath(new URL('../../src/main.ts', import.meta.url)),
  /** The same parts with a leaderboard that has something on it. */
  samples: fileURLToPath(new URL('../adapters/playground/serve.ts', import.meta.url)),
};

type Program = keyof typeof programs;

/** A playground in a process of its own, which can be killed in the middle of anything. */
export type Served = {
  readonly address: string;
  /** Ends it as a power cut would. */
  readonly kill: () => Promise<void>;
  /** Starts it again on the same data and port. */
  readonly startAgain: () => Promise<void>;
  readonly end: () => Promise<void>;
};

/** `environment` goes beside what every server gets. */
export async function serve(program: Program = 'main', environment: NodeJS.ProcessEnv = {}): Promise<Served> {
  const directory = await mkdtemp(join(tmpdir(), 'playground-'));
  let running = await start(program, directory, '0', environment);
  const { address } = running;
  const kill = async () => {
    if (running.child.exitCode !== null || running.child.signalCode !== null) return;
    running.child.kill('SIGKILL');
    await once(running.child, 'exit');
  };
  return {
    address,
    kill,
    startAgain: async () => {
      running = await start(program, directory, new URL(address).port, environment);
    },
    end: async () => {
      await kill();
      await rm(directory, { recursive: true });
    },
  };
}

/** With no token and no setting of whoever runs the tests; the data is in the working directory. */
function start(
  program: Program,
  cwd: string,
  port: string,
  environment: NodeJS.ProcessEnv,
): Promise<{ child: ChildProcess; address: string }> {
  const parameters = program === 'samples' ? [cwd, port] : [];
  const child = spawn(process.execPath, [...asNpmDoes, programs[program], ...parameters], {
    cwd,
    env: { PATH: process.env['PATH'], PORT: port, LOG_LEVEL: 'error', ...environment },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  // Whatever ends this process must not leave a server behind.
  const endWithUs = () => child.kill('SIGKILL');
  process.once('exit', endWithUs);
  child.once('exit', () => process.off('exit', endWithUs));
  return new Promise((resolve, reject) => {
    child.once('exit', (code) => reject(new Error(`The playground did not start: ${code}`)));
    createInterface({ input: child.stdout }).on('line', (line) => {
      const address = /http:\/\/\S+/.exec(line)?.[0];
      if (address !== undefined) resolve({ child, address });
      else if (line.startsWith('{')) console.log(line);
    });
  });
}
