import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll } from 'vitest';
import type { Playground } from './server.ts';
import { startPlayground } from './server.ts';

type Start = Omit<Parameters<typeof startPlayground>[0], 'directory'>;

/** A playground of its own for the tests of one file, in a folder that goes with it. */
export function usePlayground(options: Start = {}): {
  readonly address: () => string;
  /** Stops it and starts another one on the same data and port. */
  readonly restart: () => Promise<void>;
} {
  let directory = '';
  let running: Playground | null = null;
  beforeAll(async () => {
    directory = await mkdtemp(join(tmpdir(), 'playground-'));
    running = await startPlayground({ directory, ...options });
  });
  afterAll(async () => {
    await running?.stop();
    await rm(directory, { recursive: true });
  });
  const address = () => running?.address ?? '';
  return {
    address,
    restart: async () => {
      const port = Number(new URL(address()).port);
      await running?.stop();
      running = await startPlayground({ directory, port, ...options });
    },
  };
}
