import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openBrowser, openTab } from '../tests/browser/browser.ts';

/** Time from Ctrl+C until the program has ended, with tabs of a real browser open; the promise is two seconds. */
const tabs = 20;
const runs = 5;

const { browser } = await openBrowser();
if (browser === null) throw new Error('There is no browser here.');
const directory = await mkdtemp(join(tmpdir(), 'bench-'));
const times: number[] = [];
for (let run = 0; run < runs; run += 1) {
  const child = spawn('npm', ['start'], {
    env: { PATH: process.env['PATH'], PORT: '0', DATABASE_URL: `file:${join(directory, 'bot.sqlite')}` },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = once(child, 'exit');
  const address = await new Promise<string>((resolve) => {
    child.stdout.on('data', (chunk: Buffer) => {
      const found = /playground is at (\S+)/.exec(chunk.toString())?.[1];
      if (found !== undefined) resolve(found);
    });
  });
  // Each as a person of its own: a browser holds no more than six connections to one host.
  const open = await Promise.all(Array.from({ length: tabs }, () => openTab(browser, address)));
  for (const { page } of open) {
    await page.goto('/');
    await page.locator('body[data-connected="true"]').waitFor();
  }
  const began = performance.now();
  child.kill('SIGINT');
  const [code] = await ended;
  times.push(performance.now() - began);
  if (code !== 0) throw new Error(`The program ended with ${code}.`);
  await Promise.all(open.map(({ page }) => page.context().close()));
}
await browser.close();
await rm(directory, { recursive: true });
const sorted = times.map(Math.round).toSorted((a, b) => a - b);
console.log(`stop with ${tabs} tabs open, ms: median ${sorted[runs >> 1]}, longest ${sorted.at(-1)}`);
