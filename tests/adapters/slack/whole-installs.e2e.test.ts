import { randomBytes } from 'node:crypto';
import { expect, it, onTestFinished } from 'vitest';
import type { SlackAdapter } from '../../../src/adapters/slack/slack-adapter.ts';
import { createSlackAdapter } from '../../../src/adapters/slack/slack-adapter.ts';
import type { InstallsConfig } from '../../../src/adapters/slack/slack-config.ts';
import { paragraph } from '../../../src/core/card.ts';
import { tokensRevoked, uninstalled } from '../../simulators/slack/event-payloads.ts';
import { asIn, commandPayload } from '../../simulators/slack/payloads.ts';
import type { SlackSimulator } from '../../simulators/slack/simulator.ts';
import { startSlackSimulator } from '../../simulators/slack/simulator.ts';
import type { Workspace } from '../../simulators/slack/workspace.ts';
import { until } from '../../until.ts';
import type { RunningBot } from '../../whole/running-bot.ts';
import { openRunningBot } from '../../whole/running-bot.ts';
import { createSlackChat } from '../../whole/slack-chat.ts';
import { installsOf, serveInstalls } from '../../whole/slack-workspaces.ts';

type Opened = {
  readonly bot: RunningBot;
  readonly simulator: SlackSimulator;
  readonly installs: InstallsConfig;
  /** Another adapter over the same store, as after a restart. */
  readonly create: (more?: { readonly installs?: InstallsConfig; readonly botToken?: string | null }) => SlackAdapter;
};

async function open(): Promise<Opened> {
  const bot = await openRunningBot(0);
  const simulator = await startSlackSimulator({ clock: bot.now });
  const installs = installsOf(simulator);
  const { apiUrl, appToken } = simulator;
  const { application, log, store } = bot;
  const create: Opened['create'] = (more = {}) =>
    createSlackAdapter({
      config: { apiUrl, botToken: null, installs, mode: { kind: 'socket', appToken }, ...more },
      ...{ application, log, store, steady: bot.now },
    });
  return { bot, simulator, installs, create };
}

const post = (scope: string) => ({
  key: `to ${scope}`,
  address: { kind: 'channel', channel: `${scope}:C1`, thread: null } as const,
  card: { body: [paragraph('A question')] },
  ping: null,
});

/** Somebody in a workspace of an organisation types a command; gives what they see. */
function commandIn(
  simulator: SlackSimulator,
  team: string,
  organisation: string | null,
  text: string,
): Promise<unknown> {
  const payload = commandPayload({ text, channel: `C1${team}`, user: `U1${team}` }, simulator.createResponseUrl());
  const more = organisation === null ? {} : { enterprise_id: organisation, is_enterprise_install: 'true' };
  return simulator.sockets.deliver('slash_commands', { ...asIn({ team, botUser: 'UBOT' }, payload), ...more });
}

/** Whoever has installed the app is welcomed in a conversation of their own. */
const inChannels = ({ messages }: Workspace) => messages.filter(({ channel }) => !channel.startsWith('D'));

it('one token serves the workspace that was set up by hand, and others those that have installed the app', async () => {
  const { bot, simulator, create } = await open();
  const adapter = create({ botToken: simulator.botToken });
  await bot.connect(adapter, simulator);
  const browser = await serveInstalls(adapter);
  const other = simulator.addWorkspace('T2');
  await browser.install(simulator, other);
  for (const scope of ['slack:T1', 'slack:T2']) {
    expect(await adapter.messenger.post(post(scope))).toMatchObject({ kind: 'done' });
  }
  expect([simulator.workspace, other].map((workspace) => inChannels(workspace).length)).toEqual([1, 1]);
  expect(await adapter.messenger.post(post('slack:T3'))).toEqual({ kind: 'own', reason: 'not_installed' });
  const chats = [simulator.workspace, other].map((workspace) => createSlackChat(bot, simulator, workspace));
  for (const chat of chats) {
    expect(await chat.command(chat.ada, chat.channel, 'what is stride')).toContain('stride');
  }
});

it('an organisation’s installation serves its workspaces, each with what is its own, also after a restart', async () => {
  const { bot, simulator, create } = await open();
  const adapter = create();
  await bot.connect(adapter, simulator);
  const browser = await serveInstalls(adapter);
  const organisation = simulator.addWorkspace('E1', true);
  const { html } = await browser.install(simulator, organisation);
  expect(html).toContain('is installed in Organisation E1.');
  for (const team of ['T7', 'T8']) {
    expect(JSON.stringify(await commandIn(simulator, team, 'E1', 'what is stride'))).toContain('stride');
  }
  expect(await bot.store.transact((unit) => unit.installations.joined('slack:E1'))).toEqual(['slack:T7', 'slack:T8']);
  // Nothing was heard of these workspaces by a process that has just begun.
  const again = create();
  await again.start();
  onTestFinished(() => again.stop());
  expect(again.messenger.link('slack:T7:C1', '1.2')).toContain('simulated-e1.slack.com');
  for (const scope of ['slack:T7', 'slack:T8'])
    expect(await again.messenger.post(post(scope))).toMatchObject({ kind: 'done' });
  expect(inChannels(organisation)).toHaveLength(2);
  const event_time = Math.ceil(bot.now() / 1000);
  const removal = { ...uninstalled(), team_id: 'E1', enterprise_id: 'E1', is_enterprise_install: true, event_time };
  await simulator.sockets.deliver('events_api', removal);
  await until(async () => {
    expect(await bot.store.transact((unit) => unit.installations.list())).toEqual([]);
    expect(await bot.store.transact((unit) => unit.installations.joined('slack:E1'))).toEqual([]);
  });
});

it('who uses a command where the app is not installed is told so, and nothing is done', async () => {
  const { bot, simulator, create } = await open();
  await bot.connect(create(), simulator);
  const answer = await commandIn(simulator, 'T9', null, 'what is stride');
  expect(answer).toMatchObject({ response_type: 'ephemeral', text: expect.stringContaining('I am not installed') });
  expect(bot.lines.map(({ message }) => message)).toContain(
    'An event came from a workspace in which the app is not installed.',
  );
});

it('a key is changed with two keys at a start, and the old one is needed no more', async () => {
  const { bot, simulator, installs, create } = await open();
  const adapter = create();
  await bot.connect(adapter, simulator);
  const browser = await serveInstalls(adapter);
  for (const team of ['T2', 'T3']) await browser.install(simulator, simulator.addWorkspace(team));
  const fresh = new Uint8Array(randomBytes(32));
  const startWith = async (keys: readonly Uint8Array[]) => {
    const next = create({ installs: { ...installs, keys } });
    await next.start();
    onTestFinished(() => next.stop());
    return next;
  };
  await startWith([fresh, ...installs.keys]);
  expect(bot.lines).toContainEqual(
    expect.objectContaining({ fields: { resealed: 2 }, message: 'Credentials were sealed anew with the first key.' }),
  );
  const last = await startWith([fresh]);
  for (const scope of ['slack:T2', 'slack:T3'])
    expect(await last.messenger.post(post(scope))).toMatchObject({ kind: 'done' });
});

it('without its key a workspace is not served, the log says what to do, and nothing is lost', async () => {
  const { bot, simulator, installs, create } = await open();
  bot.excuse(/^A workspace cannot be served/);
  const adapter = create();
  await bot.connect(adapter, simulator);
  const browser = await serveInstalls(adapter);
  await browser.install(simulator, simulator.addWorkspace('T2'));
  const blind = create({ installs: { ...installs, keys: [new Uint8Array(randomBytes(32))] } });
  await blind.start();
  onTestFinished(() => blind.stop());
  expect(await blind.messenger.post(post('slack:T2'))).toEqual({ kind: 'own', reason: 'not_installed' });
  expect(bot.lines).toContainEqual(
    expect.objectContaining({ fields: expect.objectContaining({ cure: expect.stringContaining('Add the key') }) }),
  );
  await adapter.stop();
  await simulator.sockets.deliver(
    'events_api',
    asIn({ team: 'T2', botUser: 'UBOTT2' }, tokensRevoked({ bot: ['UBOTT2'] })),
  );
  await until(() =>
    expect(bot.lines.map(({ message }) => message)).toContain(
      'Tokens were revoked in a workspace that is not served; what was kept for it stays.',
    ),
  );
  expect(await bot.store.transact((unit) => unit.installations.list())).toHaveLength(1);
});

it('workspaces never share a client: of many calls at once each has the token of its own', async () => {
  const { bot, simulator, create } = await open();
  const adapter = create({ botToken: simulator.botToken });
  await bot.connect(adapter, simulator);
  const browser = await serveInstalls(adapter);
  const teams = ['T2', 'T3', 'T4'];
  for (const team of teams) await browser.install(simulator, simulator.addWorkspace(team));
  const scopes = ['T1', ...teams].map((team) => `slack:${team}`);
  await Promise.all(
    scopes.flatMap((scope) => [1, 2, 3].map((no) => adapter.messenger.post({ ...post(scope), key: `${scope} ${no}` }))),
  );
  const keyOf = (call: (typeof simulator.calls)[number]) => JSON.stringify(call.arguments['metadata']);
  const posted = simulator.calls.filter(({ method }) => method === 'chat.postMessage');
  const sent = posted.filter((call) => !keyOf(call).includes('welcome:'));
  for (const call of sent) expect(keyOf(call)).toContain(`slack:${call.team} `);
  expect(sent).toHaveLength(12);
});
