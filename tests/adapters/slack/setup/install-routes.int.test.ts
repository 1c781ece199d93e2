import { expect, it } from 'vitest';
import { until } from '../../../until.ts';
import { openSlackWorkspaces } from '../../../whole/slack-workspaces.ts';

const at = async () => {
  const opened = await openSlackWorkspaces(['T2']);
  const installations = () => opened.bot.store.transact((unit) => unit.installations.list());
  return { ...opened, installations };
};

it('the first page says what is installed, and leads to Slack with what is asked for', async () => {
  const { browser } = await at();
  const { status, html, cookie } = await browser.open('/slack/install');
  expect([status, html.includes('Add PyTorch interview questions to Slack')]).toEqual([200, true]);
  expect(cookie).toMatch(/^slack-app-oauth-state=./);
  const { address } = await browser.begin();
  const { pathname, searchParams } = new URL(address);
  expect(pathname).toBe('/oauth/v2/authorize');
  expect(searchParams.get('scope')).toBe('commands,chat:write,app_mentions:read,im:history,users:read');
});

it('whoever has installed it is told where, and what to do next', async () => {
  const { browser, simulator, installations } = await at();
  const { status, html } = await browser.install(simulator, simulator.addWorkspace('T5'));
  expect([status, html]).toEqual([200, expect.stringContaining('is installed in Team T5.')]);
  expect((await installations()).map(({ scope }) => scope)).toEqual(['slack:T2', 'slack:T5']);
});

it('whoever has installed it is told alone how one begins, once', async () => {
  const { browser, simulator } = await at();
  const workspace = simulator.addWorkspace('T5');
  await browser.install(simulator, workspace);
  await until(() => expect(workspace.messages).toHaveLength(1));
  await browser.install(simulator, workspace);
  expect(workspace.messages.map(({ channel }) => channel[0])).toEqual(['D']);
  expect(JSON.stringify(workspace.messages[0]?.payload)).toContain('Welcome: PyTorch interview questions');
});

it('no token stands in the database, nor in the log', async () => {
  const { bot, installations } = await at();
  expect(JSON.stringify(await installations())).not.toMatch(/xox/);
  expect(JSON.stringify(bot.lines)).not.toMatch(/xox[a-z]|simulated-client-secret|code-\d/);
});

it('who does not let the app in reads that nothing was installed', async () => {
  const { browser, simulator, installations } = await at();
  const { status, html } = await browser.install(simulator, simulator.addWorkspace('T5'), false);
  expect([status, html]).toEqual([
    200,
    expect.stringContaining('You did not let the app in, so nothing was installed.'),
  ]);
  expect(await installations()).toHaveLength(1);
});

it('a state of another browser, an invented one, and none install nothing', async () => {
  const { browser, simulator, installations } = await at();
  const workspace = simulator.addWorkspace('T5');
  const { address, cookie } = await browser.begin();
  const allowed = simulator.grants.allow(address, workspace);
  const strange = [
    await browser.open(allowed),
    await browser.open(allowed, 'slack-app-oauth-state=another'),
    await browser.open(allowed.replace(/state=[^&]*/, 'state=invented'), 'slack-app-oauth-state=invented'),
    await browser.open(allowed.replace(/&state=[^&]*/, ''), cookie),
    await browser.open('/slack/oauth_redirect'),
  ];
  for (const { status, html } of strange) {
    expect([status, html]).toEqual([400, expect.stringContaining('so nothing was installed')]);
  }
  expect(await installations()).toHaveLength(1);
});

it('a code that Slack does not take, or takes no more, installs nothing', async () => {
  const { browser, simulator, installations, bot } = await at();
  const { address, cookie } = await browser.begin();
  const allowed = simulator.grants.allow(address, simulator.addWorkspace('T5'));
  const { status, html } = await browser.open(allowed.replace(/code=[^&]*/, 'code=invented'), cookie);
  expect([status, html]).toEqual([502, expect.stringContaining('Slack did not confirm the installation')]);
  expect((await browser.open(allowed, cookie)).status).toBe(200);
  expect((await browser.open(allowed, cookie)).status).toBe(502);
  expect(await installations()).toHaveLength(2);
  expect(bot.lines.filter(({ message }) => message === 'An installation failed.')).toHaveLength(2);
});

it('installed again with other scopes it has those, and what was set up stays', async () => {
  const { browser, simulator, chats } = await at();
  const [chat] = chats;
  const workspace = simulator.addWorkspace('T5');
  await browser.install(simulator, workspace);
  if (chat === undefined) throw new Error('no workspace');
  await chat.command(chat.boss, chat.elsewhere, 'daily on 08:00 Etc/UTC');
  const before = simulator.calls.length;
  await browser.install(simulator, chat.workspace);
  expect(await chat.command(chat.boss, chat.elsewhere, 'daily status')).toContain('08:00');
  expect(simulator.calls.slice(before).some(({ method }) => method === 'oauth.v2.access')).toBe(true);
});

it('the pages hold no script, stand in no frame, and pass no address on', async () => {
  const { browser } = await at();
  const headers = await browser.headersOf('/slack/install');
  expect(headers.get('content-security-policy')).toContain("default-src 'none'");
  expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
  expect([headers.get('referrer-policy'), headers.get('cache-control')]).toEqual(['no-referrer', 'no-store']);
});
