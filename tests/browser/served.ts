import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const program = fileURLToPath(new URL('../adapters/playground/serve.ts', import.meta.url));

/** A playground in a process of its own, which can be killed in the middle of anything. */
export type Served = {
  readonly address: string;
  /** Ends it as a power cut would. */
  readonly kill: () => Promise<void>;
  /** Starts it again on the same data and port. */
  readonly startAgain: () => Promise<void>;
  readonly end: () => Promise<void>;
};

export async function serve(): Promise<Served> {
  const directory = await mkdtemp(join(tmpdir(), 'playground-'));
  let running = await start(directory, '0');
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
      running = await start(directory, new URL(address).port);
    },
    end: async () => {
      await kill();
      await rm(directory, { recursive: true });
    },
  };
}

async function start(directory: string, port: string): Promise<{ child: ChildProcess; address: string }> {
  const child = spawn(process.execPath, [program, directory, port], { stdio: ['ignore', 'pipe', 'inherit'] });
  for await (const line of createInterface({ input: child.stdout })) {
    if (line.startsWith('http://')) return { child, address: line };
  }
  throw new Error('The playground did not start.');
}
