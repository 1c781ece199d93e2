// Before the platforms' libraries, as in `slack-chat.ts`.
import 'node:http';
import { randomBytes } from 'node:crypto';
import { expect, onTestFinished } from 'vitest';
import { scopesWith } from '../../src/adapters/slack/connection/scopes.ts';
import type { SlackAdapter } from '../../src/adapters/slack/slack-adapter.ts';
import { createSlackAdapter } from '../../src/adapters/slack/slack-adapter.ts';
import type { InstallsConfig } from '../../src/adapters/slack/slack-config.ts';
import { startHttpServer } from '../../src/ops/http-server.ts';
import type { SlackSimulator } from '../simulators/slack/simulator.ts';
import { startSlackSimulator } from '../simulators/slack/simulator.ts';
import type { Workspace } from '../simulators/slack/workspace.ts';
import { drawPicture, openRunningBot } from './running-bot.ts';
import type { SlackChat } from './slack-chat.ts';
import { createSlackChat, peopleIn } from './slack-chat.ts';

/** The app's own credentials at a simulated Slack. */
export function installsOf({ grants }: SlackSimulator, keys = [new Uint8Array(randomBytes(32))]): InstallsConfig {
  const { clientId, clientSecret } = grants;
  return { clientId, clientSecret, stateSecret: 'a-word-that-nobody-guesses', keys, scopes: scopesWith(['names']) };
}

/** What a browser shows after a page was asked for. */
export type Shown = { readonly status: number; readonly html: string; readonly cookie: string };

/** The installation pages of an adapter, served until the test ends. */
export async function serveInstalls({ installRoutes: routes }: SlackAdapter) {
  const isReady = async () => ({ ready: true, state: {} });
  const server = await startHttpServer({ host: '127.0.0.1', port: 0, routes, otherwise: null, isReady });
  onTestFinished(() => server.close());
  return browserAt(server.address);
}

/** A person's browser at the bot with this address. */
export function browserAt(address: string) {
  async function open(path: string, cookie = ''): Promise<Shown> {
    const response = await fetch(address + path, { headers: { cookie } });
    const [state = ''] = (response.headers.get('set-cookie') ?? '').split(';');
    return { status: response.status, html: await response.text(), cookie: state };
  }

  /** The address at Slack that the first page leads to, and the cookie that belongs to it. */
  async function begin(): Promise<{ readonly address: string; readonly cookie: string }> {
    const { html, cookie } = await open('/slack/install');
    const [, link = ''] = /class="next" href="([^"]*)"/.exec(html) ?? [];
    return { address: link.replaceAll('&amp;', '&'), cookie };
  }

  /** Somebody installs the app in a workspace; gives the page that they see at the end. */
  async function install({ grants }: SlackSimulator, workspace: Workspace, isAllowed = true): Promise<Shown> {
    const { address: slack, cookie } = await begin();
    return open(grants.allow(slack, workspace, isAllowed), cookie);
  }

  const headersOf = async (path: string) => (await fetch(address + path)).headers;

  return { open, begin, install, headersOf };
}

export type SlackWorkspaces = {
  readonly simulator: SlackSimulator;
  readonly bot: Awaited<ReturnType<typeof openRunningBot>>;
  readonly browser: ReturnType<typeof browserAt>;
  /** One for each workspace, which has installed the app in the browser. */
  readonly chats: readonly SlackChat[];
};

/** Workspaces that have installed the app, by the real Bolt and its installer, over Socket Mode; ends with the test. */
export async function openSlackWorkspaces(teams: readonly string[], begin = Date.now()): Promise<SlackWorkspaces> {
  const bot = await openRunningBot(begin - Date.now());
  const simulator = await startSlackSimulator({ clock: bot.now });
  const { apiUrl, appToken } = simulator;
  const workspaces = teams.map((team) => simulator.addWorkspace(team));
  const adapter = createSlackAdapter({
    config: {
      ...{ apiUrl, botToken: null, installs: installsOf(simulator), mode: { kind: 'socket', appToken } },
      managers: workspaces.map((workspace) => peopleIn(workspace).boss.id),
    },
    application: bot.application,
    log: bot.log,
    store: bot.store,
    drawPicture,
    steady: bot.now,
  });
  await bot.connect(adapter, simulator);
  const browser = await serveInstalls(adapter);
  for (const workspace of workspaces) expect((await browser.install(simulator, workspace)).status).toBe(200);
  return { simulator, bot, browser, chats: workspaces.map((each) => createSlackChat(bot, simulator, each)) };
}
