import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Message } from '../src/adapters/playground/outbound/message.ts';
import { openPlaygroundFile } from '../src/storage/playground-store.ts';
import { openBrowser, openTab } from '../tests/browser/browser.ts';
import type { Checkout } from './checkouts.ts';
import { readCheckouts } from './checkouts.ts';
import { percentile } from './percentile.ts';
import { processorTime } from './processor-time.ts';
import { startArguments } from './start-arguments.ts';

/**
 * What a full channel of the local page costs beside one with few messages: the server's and the browser's processor time for a
 * load and for each further message, and the bytes. `node bench/page-log.ts [--against PATH]`; RUNS and MESSAGES say how much.
 */
const runs = Number(process.env['RUNS'] ?? 5);
const many = Number(process.env['MESSAGES'] ?? 2000);
const few = 20;
const sent = 10;
const token = 'A'.repeat(22);

/** Half of them talk, half of them answers with code, as a channel that is used. */
function messageOf(number: number): Message {
  const words = {
    kind: 'text',
    text: [{ kind: 'text', text: 'Stride is how far the kernel jumps. '.repeat(4) }],
  } as const;
  const code = {
    kind: 'code',
    language: 'python',
    code: 'import torch\nx = torch.zeros(2, 3)\nprint(x.stride())',
  } as const;
  const isTalk = number % 2 === 0;
  return {
    ...{ id: String(number), channel: 'playground:-:general', thread: null, asked: null, to: null, key: null },
    ...{ ping: null, threadName: null, at: 1_700_000_000_000 + 1000 * number, revision: number, gone: false },
    author: isTalk ? { user: 'playground:-:1', name: 'Ada' } : null,
    text: isTalk ? `Word ${number}` : '',
    card: isTalk ? null : { title: 'What is stride?', body: [words, code] },
  };
}

async function serve({ directory }: Checkout, count: number) {
  const data = await mkdtemp(join(tmpdir(), 'bench-'));
  const file = openPlaygroundFile(join(data, 'playground.sqlite'));
  file.put({ kind: 'player', id: '1', body: JSON.stringify({ number: 1, token, name: 'Ada' }) });
  for (let number = 1; number <= count; number += 1) {
    file.put({ kind: 'message', id: String(number), body: JSON.stringify(messageOf(number)) });
  }
  file.close();
  const child = spawn(process.execPath, [...(await startArguments(directory))], {
    cwd: directory,
    env: { PATH: process.env['PATH'], PORT: '0', LOG_LEVEL: 'error', DATABASE_URL: `file:${join(data, 'bot.sqlite')}` },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const address = await new Promise<string>((resolve, reject) => {
    child.once('exit', () => reject(new Error(`The bot of ${directory} ended.`)));
    createInterface({ input: child.stdout }).on('line', (line) => {
      const found = /http:\/\/[^\s"]+/.exec(line)?.[0];
      if (found !== undefined) resolve(new URL(found).origin);
    });
  });
  const stop = async () => {
    const ended = once(child, 'close');
    child.kill();
    await ended;
    await rm(data, { recursive: true });
  };
  return { address, stop, spent: () => processorTime(child) };
}

const { browser, ...none } = await openBrowser();
if (browser === null) throw new Error(JSON.stringify(none));

/** One load and a few messages, in ms of processor time and bytes as they were sent. */
async function visit({ address, spent }: Awaited<ReturnType<typeof serve>>) {
  if (browser === null) throw new Error('There is no browser.');
  const { page } = await openTab(browser, address);
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  await session.send('Network.enable');
  let bytes = 0;
  session.on('Network.loadingFinished', ({ encodedDataLength }) => {
    bytes += encodedDataLength;
  });
  const busy = async () => {
    const { metrics } = await session.send('Performance.getMetrics');
    return 1000 * (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN);
  };
  const began = await spent();
  await page.goto(`${address}/p/${token}/general`);
  await page.locator('body[data-connected="true"]').waitFor();
  const loaded = { server: (await spent()) - began, browser: await busy(), bytes };
  const before = [await spent(), await busy()] as const;
  for (let number = 0; number < sent; number += 1) {
    await page.locator('#message-box').fill(`More ${number}`);
    await page.keyboard.press('Enter');
    await page.getByText(`More ${number}`, { exact: true }).last().waitFor();
  }
  const [server = 0, tab = 0] = [(await spent()) - before[0], (await busy()) - before[1]];
  await page.context().close();
  return { ...loaded, serverEach: server / sent, browserEach: tab / sent };
}

const rows: Record<string, string | number>[] = [];
for (const checkout of readCheckouts()) {
  const servers = await Promise.all([many, few].map((count) => serve(checkout, count)));
  const visits: Awaited<ReturnType<typeof visit>>[][] = servers.map(() => []);
  for (let run = 0; run <= runs; run += 1) {
    for (const [side, server] of servers.entries()) {
      const seen = await visit(server);
      if (run > 0) visits[side]?.push(seen);
    }
  }
  for (const what of ['server', 'browser', 'bytes', 'serverEach', 'browserEach'] as const) {
    const [full = Number.NaN, small = Number.NaN] = visits.map((side) =>
      percentile(
        side.map((seen) => seen[what]),
        0.5,
      ),
    );
    const [left, right] = [full, small].map((value) => value.toFixed(1));
    rows.push({
      checkout: checkout.name,
      what,
      [many]: left ?? '',
      [few]: right ?? '',
      ratio: (full / small).toFixed(2),
    });
  }
  await Promise.all(servers.map(({ stop }) => stop()));
}
console.table(rows);
await browser.close();
