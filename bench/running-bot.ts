import type { ChildProcess } from 'node:child_process';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Checkout } from './checkouts.ts';
import { processorTime } from './processor-time.ts';
import { startArguments } from './start-arguments.ts';

export type RunningBot = {
  readonly process: ChildProcess;
  /** Of the playground's pages, without a slash at its end; null where a platform is connected. */
  readonly address: string | null;
  /** From the start of the process until it was ready, in ms: by the clock, and of processors (NaN but on Linux). */
  readonly ready: { readonly milliseconds: number; readonly processor: number };
  readonly stop: (signal: NodeJS.Signals) => Promise<void>;
};

type Options = {
  readonly checkout: Checkout;
  /** For what is kept between starts: compiled code and the database. */
  readonly directory: string;
  /** Platforms to connect; none is the playground. */
  readonly variables: Readonly<Record<string, string>>;
};

/** Starts the bot of a checkout as `npm start` does, and waits until it is ready. Rejects if it ends before. */
export async function runBot({ checkout, directory, variables }: Options): Promise<RunningBot> {
  const begin = performance.now();
  const child = spawn(process.execPath, [...(await startArguments(checkout.directory))], {
    cwd: checkout.directory,
    env: {
      PATH: process.env['PATH'],
      PORT: '0',
      DATABASE_URL: `file:${join(directory, 'bot.sqlite')}`,
      NODE_COMPILE_CACHE: join(directory, 'compiled'),
      ...variables,
    },
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const address = await new Promise<string | null>((resolve, reject) => {
    child.once('exit', () => reject(new Error(`The bot of ${checkout.directory} ended.`)));
    createInterface({ input: child.stdout }).on('line', (line) => {
      if (line.includes('The playground is at')) resolve(/http:\/\/[^/\s]+/.exec(line)?.[0] ?? null);
      else if (line.includes('"ready"')) resolve(null);
    });
  });
  const ready = { milliseconds: performance.now() - begin, processor: await processorTime(child) };
  const stop = async (signal: NodeJS.Signals) => {
    const ended = once(child, 'close');
    child.kill(signal);
    await ended;
  };
  return { process: child, address, ready, stop };
}
