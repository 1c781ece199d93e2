import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { Agent } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { createRandom } from '../src/core/quiz/random.ts';
import { openPlaygroundFile } from '../src/storage/playground-store.ts';
import type { Checkout } from './checkouts.ts';
import { readCheckouts } from './checkouts.ts';
import type { Asked, Heard, PagePlayer } from './page-player.ts';
import { joinQuiz, listen, send } from './page-player.ts';
import type { TabTimes } from './page-tab.ts';
import { openPlayingTab } from './page-tab.ts';
import { percentile } from './percentile.ts';
import { processorTime } from './processor-time.ts';
import { residentMemory } from './resident-memory.ts';
import type { RunningBot } from './running-bot.ts';
import { runBot } from './running-bot.ts';

/**
 * A room full of phones: one quiz on the local page for players without a browser, one in a real browser and the presenter's
 * view, in a channel that is as full as a channel gets. `node bench/page-quiz.ts [--against PATH]` measures another checkout, too.
 */
const players = 60;
const questions = 4;
const seconds = 10;
const messages = 1900;

/** Everybody answers within so many ms of the question. */
const rush = 1000;

/** What is to be reached: 99 of 100 acknowledgements, and every reveal, in ms. */
const target = { acknowledged: 150, revealed: 300 };

const chance = createRandom(7);

type Times = {
  readonly marked: number[];
  readonly told: number[];
  readonly revealed: number[];
  readonly screen: number[];
  tab: TabTimes;
};

for (const checkout of readCheckouts()) await measure(checkout);

async function measure(checkout: Checkout): Promise<void> {
  const directory = await mkdtemp(join(tmpdir(), 'bench-page-'));
  fillChannel(join(directory, 'playground.sqlite'));
  const bot = await runBot({ checkout, directory, variables: { LOG_LEVEL: 'error' } });
  try {
    await play(checkout, bot);
  } finally {
    await bot.stop('SIGTERM');
    await rm(directory, { recursive: true, force: true });
  }
}

/** A channel in which much was said. */
function fillChannel(path: string): void {
  const file = openPlaygroundFile(path);
  const author = { user: 'playground:-:1', name: 'Ada' };
  for (let no = 1; no <= messages; no += 1) {
    const nothing = { thread: null, card: null, asked: null, to: null, key: null, ping: null, threadName: null };
    const message = { id: String(no), channel: 'playground:-:general', author, text: `Message ${no}.`, ...nothing };
    file.put({
      ...{ kind: 'message', id: message.id },
      body: JSON.stringify({ ...message, at: no, revision: no, gone: false }),
    });
  }
  file.close();
}

async function play(checkout: Checkout, { process: child, address }: RunningBot): Promise<void> {
  if (address === null) throw new Error('The bot has no playground.');
  const agent = new Agent({ keepAlive: true });
  const times: Times = { marked: [], told: [], revealed: [], screen: [], tab: { marked: [], revealed: [] } };
  const host = (await send(agent, `${address}/`)).location;
  await send(agent, `${address}${host}/messages`, { text: `/quiz ${questions} ${seconds}s lobby 5m` });
  const empty = { memory: await residentMemory(child), busy: await processorTime(child) };
  const room = createRoom(times);
  for (let no = 0; no < players; no += 1) room.seat(await joinQuiz(agent, address, `Player ${no}`, room.heardBy(no)));
  const full = { memory: await residentMemory(child), busy: await processorTime(child) };
  const looked = performance.now();
  const { text: page } = await send(agent, address + host);
  const look = { wall: performance.now() - looked, busy: (await processorTime(child)) - full.busy };
  const screen = /href="[^"]*(\/present\/[\w-]+)"/.exec(page)?.[1] ?? '';
  const leave = await listen(`${address}${screen}/events`, room.screen);
  const tab = await openPlayingTab(address, rush);
  const before = await processorTime(child);
  await pressBegin(agent, address + host, page);
  await room.over;
  const busy = ((await processorTime(child)) - before) / questions;
  times.tab = (await tab?.leave()) ?? times.tab;
  leave();
  room.leave();
  agent.destroy();
  console.log(
    `${checkout.name}: ${players} players and ${tab === null ? 'no browser' : 'a browser'}, ${questions} questions`,
  );
  console.log(
    `processor time of the bot, ms: ${Math.round(busy)} a question, ${perPlayer(full.busy - empty.busy)} a player who joins`,
  );
  console.log(`memory, MB: ${empty.memory}, and ${perPlayer(full.memory - empty.memory)} for each player`);
  console.log(
    `the page of ${messages} messages: ${Math.round(look.wall)} ms, ${look.busy} of them of the processor; ${Math.round(page.length / 1024)} kB`,
  );
  report(times);
  console.log(`load of the machine: ${(await readFile('/proc/loadavg', 'utf8').catch(() => '')).trim()}`);
}

function perPlayer(value: number): string {
  return (value / players).toFixed(2);
}

function report(times: Times): void {
  const rows = {
    'answer → locked in': times.told,
    'answer → choice marked': times.marked,
    'close → reveal': times.revealed,
    'close → reveal on the screen': times.screen,
    'press → choice marked, browser': times.tab.marked,
    'close → reveal seen, browser': times.tab.revealed,
  };
  const columns = { p50: 0.5, p90: 0.9, p99: 0.99, worst: 1 };
  const cells = Object.entries(rows).map(([name, values]) => {
    const figures = Object.entries(columns).map(([column, share]) => [column, Math.round(percentile(values, share))]);
    return [name, { ...Object.fromEntries(figures), of: values.length }];
  });
  console.log('ms by the clock');
  console.table(Object.fromEntries(cells));
  const reached =
    percentile(times.told, 0.99) <= target.acknowledged &&
    percentile(times.revealed, 1) <= target.revealed &&
    times.told.length === questions * (players - 1) &&
    times.revealed.length === questions * players;
  if (!reached) process.exitCode = 1;
}

/** All who play without a browser. The first of them never answers, so that every question takes its whole time. */
function createRoom(times: Times) {
  const crowd: PagePlayer[] = [];
  const over = Promise.withResolvers<void>();
  const closes = new Map<string, number>();
  let ends = 0;

  async function answer(no: number, { message, picks }: Asked, pressed: (at: number) => void): Promise<void> {
    await pause(chance() * rush);
    pressed(Date.now());
    await crowd[no]?.answer(message, picks[Math.floor(chance() * picks.length)] ?? '');
  }

  function heardBy(no: number): Heard {
    const [seen, marked, revealed] = [new Set<string>(), new Set<string>(), new Set<string>()];
    let pressed = Number.NaN;
    let isTold = true;
    return {
      asked: (question) => {
        closes.set(question.message, question.until);
        if (seen.has(question.message)) return;
        seen.add(question.message);
        const press = (at: number) => {
          pressed = at;
          isTold = false;
        };
        if (no > 0) answer(no, question, press).catch(over.reject);
      },
      marked: (message, at) => {
        if (!marked.has(message)) times.marked.push(at - pressed);
        marked.add(message);
      },
      lockedIn: (at) => {
        if (!isTold) times.told.push(at - pressed);
        isTold = true;
      },
      revealed: (message, at) => {
        if (!revealed.has(message)) times.revealed.push(at - (closes.get(message) ?? Number.NaN));
        revealed.add(message);
      },
      over: () => {
        ends += 1;
        if (ends === players) over.resolve();
      },
    };
  }

  let shown = '';
  return {
    heardBy,
    seat: (player: PagePlayer) => crowd.push(player),
    leave: () => {
      for (const player of crowd) player.close();
    },
    over: over.promise,
    screen: (event: string) => {
      const where = /Question (\d+) of/.exec(event)?.[1] ?? '';
      if (!/option place-\d right/.test(event) || shown === where) return;
      shown = where;
      times.screen.push(Date.now() - Math.max(...closes.values()));
    },
  };
}

/** Presses the button under the lobby that begins the quiz, as the host whose page this is. */
async function pressBegin(agent: Agent, url: string, page: string): Promise<void> {
  const [, message = '', button = ''] =
    /message&quot;:&quot;(\d+)&quot;,&quot;button&quot;:&quot;(begin:[\w-]+)/.exec(page) ?? [];
  await send(agent, `${url.slice(0, url.lastIndexOf('/'))}/press`, { message, button });
}
