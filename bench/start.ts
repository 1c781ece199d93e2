import { spawn } from 'node:child_process';
import { readFile } from 'node:fs/promises';

/** Time from the start of the process to its first answer at the terminal, beside a bare Node; and memory then. */
const runs = 10;

const bare = await measure(['-e', 'console.log("ready"); setInterval(() => {}, 1000)'], /ready/);
const bot = await measure(['--require', './src/node-version.cjs', 'src/main.ts'], /›/);
console.log(
  `start, median of ${runs}: bare node ${bare.milliseconds} ms (${bare.megabytes} MB), terminal prompt ${bot.milliseconds} ms (${bot.megabytes} MB)`,
);

async function measure(args: readonly string[], ready: RegExp): Promise<{ milliseconds: number; megabytes: number }> {
  const times: number[] = [];
  let megabytes = 0;
  for (let run = 0; run < runs; run += 1) {
    const begin = performance.now();
    const child = spawn(process.execPath, args, {
      env: { PATH: process.env['PATH'] },
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    await new Promise<void>((resolve) => {
      child.stdout.on('data', (chunk: Buffer) => ready.test(chunk.toString()) && resolve());
    });
    times.push(performance.now() - begin);
    const status = await readFile(`/proc/${child.pid}/status`, 'utf8').catch(() => '');
    megabytes = Math.round(Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? Number.NaN) / 1024);
    child.kill();
  }
  return { milliseconds: Math.round(times.toSorted((a, b) => a - b)[runs >> 1] ?? 0), megabytes };
}
