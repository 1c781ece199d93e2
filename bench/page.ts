import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { openBrowser } from '../tests/browser/browser.ts';
import type { Visit } from '../tests/browser/page-visit.ts';
import { phoneLine, visit } from '../tests/browser/page-visit.ts';
import { type Checkout, ratio, readCheckouts } from './checkouts.ts';
import { percentile } from './percentile.ts';
import { startArguments } from './start-arguments.ts';

/**
 * First visits to the local page and to the pages to read: when their largest part was painted, what they weigh, whether
 * anything moved or held the browser up, and which hosts were asked. `node bench/page.ts [--against PATH]` sets another checkout
 * beside it, in turns.
 */
const runs = Number(process.env['RUNS'] ?? 7);
const paths = ['/', '/questions', '/questions/stride'];
const lines = { 'own line': null, 'phone line': phoneLine };

async function serve(checkout: Checkout) {
  const directory = await mkdtemp(join(tmpdir(), 'bench-'));
  const child = spawn(process.execPath, [...(await startArguments(checkout.directory))], {
    cwd: checkout.directory,
    env: {
      PATH: process.env['PATH'],
      PORT: '0',
      LOG_LEVEL: 'error',
      DATABASE_URL: `file:${join(directory, 'bot.sqlite')}`,
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const address = await new Promise<string>((resolve, reject) => {
    child.once('exit', () => reject(new Error(`The bot of ${checkout.directory} ended.`)));
    createInterface({ input: child.stdout }).on('line', (line) => {
      const found = /http:\/\/[^\s"]+/.exec(line)?.[0];
      if (found !== undefined) resolve(new URL(found).origin);
    });
  });
  const stop = async () => {
    const ended = once(child, 'close');
    child.kill();
    await ended;
    await rm(directory, { recursive: true });
  };
  return { address, stop };
}

const { browser, ...none } = await openBrowser();
if (browser === null) throw new Error(JSON.stringify(none));
const checkouts = readCheckouts();
const servers = await Promise.all(checkouts.map(serve));
const rows: Record<string, string | number>[] = [];
for (const [line, conditions] of Object.entries(lines)) {
  for (const path of paths) {
    const visits: Visit[][] = checkouts.map(() => []);
    // The first visit of all warms the server up.
    for (let run = 0; run <= runs; run += 1) {
      for (const [side, { address }] of servers.entries()) {
        const seen = await visit(browser, address + path, conditions);
        if (run > 0) visits[side]?.push(seen);
      }
    }
    rows.push(...summary(`${path}, ${line}`, visits));
  }
}
console.table(rows);
await browser.close();
await Promise.all(servers.map(({ stop }) => stop()));

function summary(visited: string, visits: readonly (readonly Visit[])[]): typeof rows {
  const row = (what: string, of: (visit: Visit) => number, digits = 0) => {
    const medians = visits.map((side) => percentile(side.map(of), 0.5));
    const named = checkouts.map(({ name }, side) => [name, (medians[side] ?? Number.NaN).toFixed(digits)]);
    return { visit: visited, what, ...Object.fromEntries(named), ratio: ratio(medians) };
  };
  const kinds = [...new Set(visits.flat().flatMap(({ bytes }) => Object.keys(bytes)))];
  return [
    row('largest paint, ms', ({ largestPaint }) => largestPaint),
    row('layout shift', ({ shift }) => shift, 3),
    row('blocked, ms', ({ blocked }) => blocked),
    row('all, kB', ({ bytes }) => Object.values(bytes).reduce((sum, size) => sum + size, 0) / 1000, 1),
    ...kinds.map((kind) => row(`${kind}, kB`, ({ bytes }) => (bytes[kind] ?? 0) / 1000, 1)),
    row('hosts', ({ hosts }) => hosts.length),
  ];
}
