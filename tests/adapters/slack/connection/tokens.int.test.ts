import { randomBytes, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it, onTestFinished } from 'vitest';
import { createBoltLogger } from '../../../../src/adapters/slack/connection/bolt-logger.ts';
import { createExchange } from '../../../../src/adapters/slack/connection/exchange.ts';
import type { Installations, Kept } from '../../../../src/adapters/slack/connection/installations.ts';
import { createInstallations } from '../../../../src/adapters/slack/connection/installations.ts';
import type { Tokens } from '../../../../src/adapters/slack/connection/tokens.ts';
import { createTokens } from '../../../../src/adapters/slack/connection/tokens.ts';
import { createCallMethod } from '../../../../src/adapters/slack/connection/web-call.ts';
import { createSeal } from '../../../../src/ops/seal.ts';
import { openStore } from '../../../../src/storage/open-store.ts';
import { silent } from '../../../silent.ts';
import type { PostgresServer } from '../../../simulators/postgres/server.ts';
import { startPostgres } from '../../../simulators/postgres/server.ts';
import type { SlackSimulator } from '../../../simulators/slack/simulator.ts';
import { startSlackSimulator } from '../../../simulators/slack/simulator.ts';
import { until } from '../../../until.ts';

const hour = 3_600_000;

let server: PostgresServer;
beforeAll(async () => {
  server = await startPostgres();
});
afterAll(() => server?.stop());

type Instance = { readonly tokens: Tokens; readonly installations: Installations; readonly refused: (string | null)[] };

type Ground = {
  readonly simulator: SlackSimulator;
  /** Another process on the same database; `change` is what becomes of its way to the store. */
  readonly start: (change?: (installations: Installations) => Installations) => Promise<Instance>;
  readonly forward: (milliseconds: number) => void;
  readonly install: () => Promise<void>;
};

/** One workspace that has installed the app, on PostgreSQL. */
async function open(): Promise<Ground> {
  let ahead = 0;
  const now = () => Date.now() + ahead;
  const simulator = await startSlackSimulator({ clock: now });
  const workspace = simulator.addWorkspace('T2');
  const url = await server.createDatabase();
  const seal = createSeal([randomBytes(32)]);
  const { grants, apiUrl } = simulator;
  const call = createCallMethod({ token: undefined, apiUrl, logger: createBoltLogger(silent) });
  const exchange = createExchange({ config: grants, call, now });
  onTestFinished(() => simulator.stop());

  async function openInstallations(): Promise<Installations> {
    const store = await openStore({ kind: 'postgres', url }, { owner: randomUUID(), log: silent });
    onTestFinished(() => store.close());
    return createInstallations({ ...store, seal, now, slackNow: now, log: silent });
  }
  const first = await openInstallations();

  async function install(): Promise<void> {
    const code = new URL(grants.allow(`${apiUrl}?scope=commands`, workspace), apiUrl).searchParams.get('code');
    const { clientId, clientSecret } = grants;
    const granted = grants.access({ client_id: clientId, client_secret: clientSecret, code });
    await first.put('slack:T2', {
      token: String(granted['access_token']),
      refreshToken: String(granted['refresh_token']),
      expires: Math.round(now() + 12 * hour),
      identity: { botId: 'B', botUserId: 'U', name: null, team: 'T2', organisation: null, url: null, scopes: null },
    });
  }
  await install();

  return {
    simulator,
    install,
    forward: (milliseconds) => {
      ahead += milliseconds;
    },
    start: async (change = (same) => same) => {
      const installations = change(await openInstallations());
      const kept = (await installations.serving('slack:T2')) as Kept;
      const refused: (string | null)[] = [];
      const note = (code: string | null) => void refused.push(code);
      const common = { kept, installations, exchange, now, log: silent };
      return { tokens: createTokens({ ...common, changed: () => {}, refused: note }), installations, refused };
    },
  };
}

const renewed = { team: 'T2', error: null };

/** A token that this instance has in the end. */
const tokenOf = ({ tokens }: Instance) =>
  until(async () => {
    const token = await tokens.current();
    if (token.kind !== 'good') throw new Error(JSON.stringify(token));
    return token.token;
  });

it('two instances at once renew a token once, time after time, and have the same', async () => {
  const { simulator, start, forward } = await open();
  const instances = [await start(), await start()];
  for (let round = 1; round <= 10; round += 1) {
    forward(13 * hour);
    const all = await Promise.all(instances.flatMap((instance) => Array.from({ length: 5 }, () => tokenOf(instance))));
    expect(new Set(all).size).toBe(1);
    expect(simulator.grants.refreshes).toEqual(Array(round).fill(renewed));
  }
});

it('the token before is given out while the other instance renews it, and nobody waits', async () => {
  const { simulator, start, forward } = await open();
  const { promise, resolve } = Promise.withResolvers<void>();
  const [one, two] = [await start(), await start()];
  const before = await tokenOf(one);
  forward(11 * hour);
  simulator.fail('oauth.v2.access', { kind: 'held', until: promise });
  expect([await tokenOf(one), await tokenOf(two)]).toEqual([before, before]);
  resolve();
  await Promise.all([one.tokens.renew(), two.tokens.renew()]);
  const after = await tokenOf(one);
  expect([after === before, await tokenOf(two)]).toEqual([false, after]);
  expect(simulator.grants.refreshes).toEqual([renewed]);
});

const never = <Result>() => new Promise<Result>(() => {});
/** A process that is killed when Slack has answered and before anything is stored. */
const killed = (installations: Installations): Installations => ({ ...installations, renew: never });

it('an instance that dies between the exchange and the store loses nothing, while Slack takes the same refresh token', async () => {
  const { simulator, start, forward } = await open();
  simulator.grants.grace = 60_000;
  const [dead, other] = [await start(killed), await start()];
  forward(13 * hour);
  void dead.tokens.renew();
  await until(() => expect(simulator.grants.refreshes).toEqual([renewed]));
  expect(await other.tokens.current()).toMatchObject({ kind: 'limited' });
  // The lease of the dead one ends.
  forward(10_000);
  await tokenOf(other);
  expect(simulator.grants.refreshes).toEqual([renewed, renewed]);
  expect(await tokenOf(await start())).toBe(await tokenOf(other));
});

it('after that time the old token is good until it expires; then there is none, until the app is installed again', async () => {
  const { simulator, start, forward, install } = await open();
  const [dead, other] = [await start(killed), await start()];
  const before = await tokenOf(other);
  forward(11 * hour);
  void dead.tokens.renew();
  await until(() => expect(simulator.grants.refreshes).toHaveLength(1));
  forward(20_000);
  await other.tokens.renew();
  expect(other.refused).toEqual(['invalid_refresh_token']);
  expect(await other.tokens.current()).toEqual({ kind: 'good', token: before });
  forward(hour);
  expect(await other.tokens.current()).toEqual({ kind: 'refused', error: 'token_expired' });
  await install();
  await until(async () => {
    forward(60_000);
    await other.tokens.renew();
    expect((await other.tokens.current()).kind).toBe('good');
  });
  expect(other.refused.at(-1)).toBeNull();
});

it('what is installed anew while a token is renewed stays, and the renewed one is dropped', async () => {
  const { simulator, start, forward, install } = await open();
  const { promise, resolve } = Promise.withResolvers<void>();
  const one = await start();
  forward(11 * hour);
  simulator.fail('oauth.v2.access', { kind: 'held', until: promise });
  const renewing = one.tokens.renew();
  await until(() => expect(simulator.calls.filter(({ method }) => method === 'oauth.v2.access')).toHaveLength(1));
  await install();
  resolve();
  await renewing;
  const stored = await one.installations.serving('slack:T2');
  expect(await one.tokens.current()).toEqual({ kind: 'good', token: stored?.installed.token });
  expect(stored?.revision).toBe(2);
});

it('a renewed token is used, and stored once the database is there again', async () => {
  const { start, forward } = await open();
  let away = 2;
  const one = await start((installations) => ({
    ...installations,
    renew: (kept, installed) => {
      away -= 1;
      return away >= 0 ? Promise.reject(new Error('no database')) : installations.renew(kept, installed);
    },
  }));
  const before = await tokenOf(one);
  forward(13 * hour);
  const after = await tokenOf(one);
  expect(after).not.toBe(before);
  await until(async () => expect((await one.installations.serving('slack:T2'))?.installed.token).toBe(after));
});
