import { randomBytes, randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { createInstallations } from '../src/adapters/slack/connection/installations.ts';
import { scopesWith } from '../src/adapters/slack/connection/scopes.ts';
import { createSlackAdapter } from '../src/adapters/slack/slack-adapter.ts';
import type { Store } from '../src/app/store/store.ts';
import { loadBank } from '../src/bank/load.ts';
import { createBot } from '../src/bot.ts';
import { paragraph } from '../src/core/card.ts';
import { createClock } from '../src/ops/clock.ts';
import { createSeal } from '../src/ops/seal.ts';
import { openStore } from '../src/storage/open-store.ts';
import { chooseZones } from '../src/zones/choose.ts';
import { asIn, commandPayload } from '../tests/simulators/slack/payloads.ts';
import type { SlackSimulator } from '../tests/simulators/slack/simulator.ts';
import { startSlackSimulator } from '../tests/simulators/slack/simulator.ts';
import { percentile } from './percentile.ts';

/**
 * How long workspace B waits for its messages and answers while workspace A floods the same process, against how long without;
 * both in turns in one run, since the machine is never quiet.
 */
const turns = Number(process.argv[2] ?? 6);
const window = 10_000;

/** B: a post every so many ms, below its rates, and a look-up every so many. */
const postEvery = 400;
const askEvery = 50;

/** A: so many messages due at once, in so many channels, and a look-up every so many ms. */
const flood = { posts: 3000, channels: 300, askEvery: 10 };

/** As many as are planned at once. */
const batch = 50;

/** The most by which A may make B wait longer. */
const target = 1.2;

const silent = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };
const clock = createClock();

async function install(simulator: SlackSimulator, team: string, store: Store, key: Uint8Array): Promise<void> {
  const { grants } = simulator;
  const workspace = simulator.addWorkspace(team);
  const slack = `${simulator.apiUrl}?scope=${scopesWith([]).join(',')}`;
  const code = new URL(grants.allow(slack, workspace), simulator.apiUrl).searchParams.get('code');
  const granted = grants.access({ client_id: grants.clientId, client_secret: grants.clientSecret, code });
  const installations = createInstallations({
    ...store,
    seal: createSeal([key]),
    now: clock.steady,
    slackNow: clock.steady,
    log: silent,
  });
  await installations.put(`slack:${team}`, {
    token: String(granted['access_token']),
    refreshToken: String(granted['refresh_token']),
    expires: Math.round(clock.steady() + 12 * 3_600_000),
    identity: {
      ...{ botId: `BBOT${team}`, botUserId: workspace.botUser, name: 'bot', team, organisation: null },
      ...{ url: `https://${team}.slack.com/`, scopes: workspace.scopes },
    },
  });
}

function put(store: Store, team: string, channels: readonly string[], count: number): Promise<readonly string[]> {
  const ids = Array.from({ length: count }, () => randomUUID());
  return store.transact(async ({ outbox }) => {
    for (const [no, id] of ids.entries()) {
      const channel = `slack:${team}:${channels[no % channels.length]}${team}`;
      const errand = { kind: 'post', card: { body: [paragraph('A question')] }, ping: null } as const;
      const place = { lane: channel, scope: `slack:${team}`, channel, user: null, thread: null };
      const end = { due: clock.wall(), expires: null, pressed: 'wait', follow: null } as const;
      await outbox.put({ id, errand, ...place, ...end }, clock.wall());
    }
    return ids;
  });
}

type Waits = { readonly posts: number[]; readonly asks: number[] };

/** When each post reached Slack, UTC ms, by its key; each call is looked at once. */
function createArrivals({ calls }: SlackSimulator): (id: string) => number | undefined {
  const arrivals = new Map<string, number>();
  let seen = 0;
  return (id) => {
    for (; seen < calls.length; seen += 1) {
      const call = calls[seen];
      const { event_payload: payload } = (call?.arguments['metadata'] ?? {}) as { event_payload?: { key?: string } };
      if (call !== undefined && payload?.key !== undefined) arrivals.set(payload.key, call.at);
    }
    return arrivals.get(id);
  };
}

/** One post, from when it is put into the outbox until Slack has the call, ms. */
async function timePost(
  no: number,
  {
    store,
    simulator,
    arrivedAt,
    wake,
  }: { store: Store; simulator: SlackSimulator; arrivedAt: ReturnType<typeof createArrivals>; wake: () => void },
): Promise<number> {
  const began = Date.now();
  const [id = ''] = await put(store, 'TB', [`C${no}x`], 1);
  wake();
  await simulator.waitUntil(() => arrivedAt(id) !== undefined);
  return (arrivedAt(id) ?? Number.POSITIVE_INFINITY) - began;
}

/** One look-up, from when Slack has it until it is answered, ms. */
async function timeAsk(simulator: SlackSimulator, team: string): Promise<number> {
  const payload = asIn(
    { team, botUser: `UBOT${team}` },
    commandPayload({ text: 'what is stride', channel: `C1${team}`, user: `U1${team}` }, simulator.createResponseUrl()),
  );
  const began = performance.now();
  await simulator.sockets.deliver('slash_commands', payload);
  return performance.now() - began;
}

async function every(milliseconds: number, until: number, work: (no: number) => Promise<void>): Promise<void> {
  const begun: Promise<void>[] = [];
  const first = Date.now();
  for (let no = 0; Date.now() < until; no += 1) {
    begun.push(work(no));
    await pause(Math.max(0, first + (no + 1) * milliseconds - Date.now()));
  }
  await Promise.all(begun);
}

async function main(): Promise<boolean> {
  const folder = await mkdtemp(join(tmpdir(), 'bench-slack-tenants-'));
  const store = await openStore({ kind: 'sqlite', path: join(folder, 'bot.sqlite') }, { owner: 'bench', log: silent });
  const simulator = await startSlackSimulator({ keepsRates: true });
  const key = new Uint8Array(randomBytes(32));
  for (const team of ['TA', 'TB']) await install(simulator, team, store, key);
  const bank = await loadBank('data');
  const { rules } = chooseZones(null);
  const bot = createBot({ bank, store, clock, log: silent, random: Math.random, token: randomUUID, rules });
  const { apiUrl, appToken, grants } = simulator;
  const { clientId, clientSecret } = grants;
  const installs = { clientId, clientSecret, stateSecret: 'x'.repeat(16), keys: [key], scopes: scopesWith([]) };
  const config = { apiUrl, botToken: null, installs, mode: { kind: 'socket', appToken } } as const;
  const { application } = bot;
  const adapter = createSlackAdapter({ config, application, log: silent, store, steady: clock.steady });
  await bot.recover();
  await adapter.start();
  bot.start(new Map([['slack', adapter.messenger]]));

  const waits: Readonly<Record<'alone' | 'flooded', Waits>> = {
    alone: { posts: [], asks: [] },
    flooded: { posts: [], asks: [] },
  };
  const arrivedAt = createArrivals(simulator);
  let posted = 0;
  for (let turn = 0; turn < turns; turn += 1) {
    for (const kind of ['alone', 'flooded'] as const) {
      const floods = kind === 'flooded';
      const channels = Array.from({ length: flood.channels }, (_, no) => `C${no}a`);
      // As daily questions are put in: a batch in each transaction.
      for (let done = 0; floods && done < flood.posts; done += batch) await put(store, 'TA', channels, batch);
      const until = Date.now() + window;
      await Promise.all([
        every(postEvery, until, async () => {
          posted += 1;
          waits[kind].posts.push(await timePost(posted, { store, simulator, arrivedAt, wake: bot.wake }));
        }),
        every(askEvery, until, async () => void waits[kind].asks.push(await timeAsk(simulator, 'TB'))),
        floods ? every(flood.askEvery, until, async () => void (await timeAsk(simulator, 'TA'))) : null,
      ]);
      await store.transact((unit) => unit.people.forgetScope('slack:TA'));
      await install(simulator, 'TA', store, key).catch(() => {});
      await pause(1000);
    }
  }
  await bot.stop();
  await adapter.stop();
  await simulator.stop();
  await store.close();
  await rm(folder, { recursive: true });
  let isReached = true;
  for (const what of ['posts', 'asks'] as const) {
    const at = (kind: 'alone' | 'flooded', share: number) => percentile(waits[kind][what], share);
    const ratio = at('flooded', 0.99) / at('alone', 0.99);
    isReached &&= ratio <= target;
    const told = (kind: 'alone' | 'flooded') =>
      `p50 ${at(kind, 0.5).toFixed(1)}, p99 ${at(kind, 0.99).toFixed(1)} (${waits[kind][what].length})`;
    console.log(`B ${what}, ms: alone ${told('alone')}; while A floods ${told('flooded')}; p99 × ${ratio.toFixed(2)}`);
  }
  return isReached;
}

if (!(await main())) process.exitCode = 1;
process.exit();
