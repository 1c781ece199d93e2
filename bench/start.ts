import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { residentMemory } from './resident-memory.ts';

/** Time from the start of the process until the playground is ready, beside a bare Node that opens a database. */
const runs = 10;
const directory = await mkdtemp(join(tmpdir(), 'bench-'));
const database = join(directory, 'bare.sqlite');

const bareProgram = `
const { DatabaseSync } = require('node:sqlite');
const db = new DatabaseSync(${JSON.stringify(database)});
db.exec('pragma journal_mode = wal; pragma synchronous = full; create table if not exists t (x); insert into t values (1)');
console.log('ready');
setInterval(() => {}, 1000);`;

const bare = await measure(['-e', bareProgram], /ready/);
const bot = await measure(
  ['--max-semi-space-size=16', '--require', './src/node-version.cjs', 'src/main.ts'],
  /playground is at/,
);
console.log(
  `start, median of ${runs}: bare node with a database ${bare.milliseconds} ms (${bare.megabytes} MB), ` +
    `playground ${bot.milliseconds} ms (${bot.megabytes} MB), ratio ${(bot.milliseconds / bare.milliseconds).toFixed(1)}`,
);
await rm(directory, { recursive: true });

async function measure(args: readonly string[], ready: RegExp): Promise<{ milliseconds: number; megabytes: number }> {
  const times: number[] = [];
  let megabytes = 0;
  for (let run = 0; run < runs; run += 1) {
    const begin = performance.now();
    const child = spawn(process.execPath, args, {
      env: { PATH: process.env['PATH'], PORT: '0', DATABASE_URL: `file:${join(directory, 'bot.sqlite')}` },
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    await new Promise<void>((resolve) => {
      child.stdout.on('data', (chunk: Buffer) => ready.test(chunk.toString()) && resolve());
    });
    times.push(performance.now() - begin);
    megabytes = await residentMemory(child);
    const closed = new Promise((resolve) => child.once('close', resolve));
    child.kill('SIGKILL');
    await closed;
  }
  return { milliseconds: Math.round(times.toSorted((a, b) => a - b)[runs >> 1] ?? 0), megabytes };
}
