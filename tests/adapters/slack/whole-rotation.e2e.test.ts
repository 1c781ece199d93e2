import { expect, it } from 'vitest';
import { until } from '../../until.ts';
import type { SlackChat } from '../../whole/slack-chat.ts';
import type { SlackWorkspaces } from '../../whole/slack-workspaces.ts';
import { openSlackWorkspaces } from '../../whole/slack-workspaces.ts';
import { sees } from '../../whole/steps.ts';

const hour = 3_600_000;
const monday = Date.UTC(2026, 10, 2, 7);

/** One workspace, in which whoever has installed the app was welcomed. */
async function openOne(): Promise<SlackWorkspaces & { readonly chat: SlackChat }> {
  const opened = await openSlackWorkspaces(['T2'], monday);
  const [chat] = opened.chats;
  if (chat === undefined) throw new Error('no workspace');
  await opened.bot.settled();
  return { ...opened, chat };
}

const renewedOnce = [{ team: 'T2', error: null }];

it('a daily question renews the token by itself, once, hours after anybody has used the bot', async () => {
  const { simulator, bot, chat } = await openOne();
  await chat.command(chat.boss, chat.elsewhere, 'daily on 06:00 Etc/UTC');
  await bot.settled();
  bot.forward(23 * hour);
  await sees(chat, chat.elsewhere, /Daily question · 3 November/);
  expect(simulator.grants.refreshes).toEqual(renewedOnce);
  expect(simulator.calls.filter(({ method, team }) => method === 'chat.postMessage' && team === null)).toEqual([]);
});

it('fifty things at once after the token has expired renew it once', async () => {
  const { simulator, bot, chat } = await openOne();
  bot.forward(13 * hour);
  await Promise.all(
    Array.from({ length: 50 }, (_, no) => chat.commandAlone(chat.createPerson(100 + no, 'p'), 'stride')),
  );
  expect(simulator.grants.refreshes).toEqual(renewedOnce);
});

it('while the token is good for some time, nobody waits for the new one', async () => {
  const { simulator, bot, chat } = await openOne();
  const { promise, resolve } = Promise.withResolvers<void>();
  simulator.fail('oauth.v2.access', { kind: 'held', until: promise });
  bot.forward(11 * hour);
  expect(await chat.commandAlone(chat.ada, 'what is stride')).toContain('stride');
  resolve();
  await until(() => expect(simulator.grants.refreshes).toEqual(renewedOnce));
});

it('an answer of Slack that is lost on its way loses no token: the same refresh token is taken again for a short time', async () => {
  const { simulator, bot, chat } = await openOne();
  simulator.grants.grace = 60_000;
  simulator.fail('oauth.v2.access', { kind: 'reset-after' }, { kind: 'error-after', status: 503 });
  bot.forward(13 * hour);
  await until(async () => expect(await chat.commandAlone(chat.ada, 'what is stride')).toContain('stride'));
  expect(simulator.grants.refreshes).toEqual(Array(3).fill(renewedOnce[0]));
});

it('a refused renewal is told with its cure, turns nothing off, and never gives out a token that has expired', async () => {
  const { simulator, bot, chat, browser } = await openOne();
  chat.excuse(/^The platform does not take what the bot sends to a workspace/);
  await chat.command(chat.boss, chat.elsewhere, 'daily on 06:00 Etc/UTC');
  await bot.settled();
  simulator.setWeather((_, { grant_type: type }) =>
    type === 'refresh_token' ? { kind: 'refused', error: 'invalid_refresh_token' } : null,
  );
  bot.forward(23 * hour);
  await until(() =>
    expect(bot.lines.map(({ fields }) => fields)).toContainEqual(
      expect.objectContaining({
        problem: 'Slack does not renew the token: invalid_refresh_token.',
        cure: expect.stringContaining('/slack/install'),
      }),
    ),
  );
  await bot.settled();
  expect(chat.messages(chat.elsewhere).filter(({ words }) => words.includes('Daily question · 3'))).toEqual([]);
  expect(simulator.calls.filter(({ method, team }) => method === 'chat.postMessage' && team === null)).toEqual([]);
  // Somebody installs it again: what was due is posted.
  expect((await browser.install(simulator, chat.workspace)).status).toBe(200);
  bot.forward(60_000);
  await sees(chat, chat.elsewhere, /Daily question · 3 November/);
});

it('a token that Slack takes for expired before its time is renewed, and the call made once more', async () => {
  const { simulator, chat } = await openOne();
  simulator.fail('chat.postMessage', { kind: 'refused', error: 'token_expired' });
  expect(await chat.commandAlone(chat.ada, 'what is stride')).toContain('stride');
  expect(simulator.grants.refreshes).toEqual(renewedOnce);
});
