import { afterEach, describe, expect, it } from 'vitest';
import { teamOf } from '../../../../src/adapters/slack/inbound/event-envelope.ts';
import {
  directMessage,
  homeOpened,
  mention,
  tokensRevoked,
  uninstalled,
} from '../../../simulators/slack/event-payloads.ts';
import { pressPayload } from '../../../simulators/slack/payloads.ts';
import { applicationThat, echo, echoCard, later, now } from '../applications.ts';
import type { Bot } from '../harness.ts';
import { startBot, wordsOf } from '../harness.ts';

let bot: Bot;
afterEach(() => bot.end());

describe.each(['http', 'socket'] as const)('an event over %s', (mode) => {
  it('that Slack delivers again has one effect', async () => {
    let acts = 0;
    bot = await startBot(
      mode,
      applicationThat((inbound) =>
        later(async () => {
          acts += 1;
          return echoCard(inbound);
        }),
      ),
    );
    for (const payload of [mention({ text: '<@UBOT> a' }), directMessage({ text: 'b' }), homeOpened()]) {
      for (let delivery = 0; delivery < 3; delivery += 1) expect((await bot.event(payload)).status).toBe(200);
    }
    await bot.stop();
    const { messages, whispers, views } = bot.simulator.workspace;
    expect([acts, messages.length, whispers.length, views.length]).toEqual([2, 1, 1, 1]);
  });

  it('is acknowledged before anything is done', async () => {
    const { promise, resolve } = Promise.withResolvers<void>();
    bot = await startBot(
      mode,
      applicationThat((inbound) => later(() => promise.then(() => echoCard(inbound)))),
    );
    expect((await bot.event(mention({ text: '<@UBOT> slow' }))).status).toBe(200);
    expect(bot.simulator.workspace.whispers).toEqual([]);
    resolve();
    await bot.simulator.waitUntil(() => bot.simulator.workspace.whispers.length === 1);
  });

  it('of a mention by a bot is left alone, so that two bots never talk for ever', async () => {
    const application = echo();
    bot = await startBot(mode, application);
    await bot.event(mention({ text: '<@UBOT> a', more: { bot_id: 'B2' } }));
    await bot.event(mention({ text: '<@UBOT> a', user: 'UBOT' }));
    await bot.event(mention({ text: '<@UBOT> a', more: { edited: { user: 'U1', ts: '1.2' } } }));
    await bot.event(mention({ text: '<@UBOT> a', channel: 'D1' }));
    await bot.stop();
    expect(application.heard).toEqual([]);
  });

  it('from a channel shared with another organisation belongs to our own workspace', async () => {
    const application = echo();
    bot = await startBot(mode, application);
    const event = { ...mention({ text: '<@UBOT> a', user: 'U9' }), team_id: 'T9', is_ext_shared_channel: true };
    await bot.event(event);
    const press = pressPayload({ id: 'a', user: 'U9' }, bot.simulator.createResponseUrl());
    await bot.interact({ ...press, team: { id: 'T9', domain: 'other' } });
    await bot.stop();
    const caller = { scope: 'slack:T1', channel: 'slack:T1:C1', user: 'slack:T1:U9' };
    expect(application.heard).toMatchObject([{ caller }, { caller }]);
  });

  it('that the app was removed deletes what was kept, and does nothing else', async () => {
    const application = echo();
    bot = await startBot(mode, application);
    bot.simulator.workspace.removed = 'account_inactive';
    const before = bot.simulator.calls.length;
    await bot.event(uninstalled());
    await bot.stop();
    expect(application.forgotten).toEqual(['slack:T1']);
    expect(bot.simulator.calls).toHaveLength(before);
  });

  it('that tokens were revoked counts only where one of them was the bot’s', async () => {
    const application = echo();
    bot = await startBot(mode, application);
    await bot.event(tokensRevoked({ oauth: ['U1'] }));
    expect(application.forgotten).toEqual([]);
    await bot.event(tokensRevoked({ bot: ['UBOT'] }));
    await bot.stop();
    expect(application.forgotten).toEqual(['slack:T1']);
  });

  it('whose deletion fails is logged', async () => {
    bot = await startBot(mode, { ...echo(), forgetScope: () => Promise.reject(new Error('disk full')) });
    await bot.event(uninstalled());
    await bot.stop();
    expect(bot.log.filter(({ level }) => level === 'error')).toMatchObject([
      { fields: { err: { message: 'disk full' } } },
    ]);
  });
});

describe('the workspace of an event', () => {
  it.each([
    [{ team_id: 'T9', context_team_id: 'T8', authorizations: [{ team_id: 'T1' }] }, 'T1'],
    [{ team_id: 'T9', context_team_id: 'T8', authorizations: [{ team_id: null }] }, 'T8'],
    [{ team_id: 'T9', context_team_id: null, authorizations: [] }, 'T9'],
    [{}, undefined],
  ])('of %j is %s', (envelope, team) => {
    expect(teamOf(envelope)).toBe(team);
  });
});

describe('a message for all to see', () => {
  it('is not posted again after a 500; the person is told privately', async () => {
    bot = await startBot(
      'http',
      applicationThat((inbound) => now({ audience: 'channel', place: 'new', card: echoCard(inbound) })),
    );
    const { simulator, event, press, stop } = bot;
    simulator.fail('chat.postMessage', { kind: 'error-after', status: 500 });
    await event(mention({ text: '<@UBOT> share' }));
    await simulator.waitUntil(() => simulator.workspace.whispers.length === 1);
    expect(simulator.workspace.messages).toHaveLength(1);
    expect(wordsOf(simulator.workspace.whispers[0]?.payload)).toContain('did not confirm');

    simulator.fail('response_url', { kind: 'error-after', status: 500 });
    await press({ id: 'share:stride' });
    await stop();
    expect(simulator.responses.map(({ body }) => body['response_type'])).toEqual(['in_channel', 'ephemeral']);
    expect(wordsOf(simulator.responses[1]?.body)).toContain('did not confirm');
  });

  it.each([
    ['not_in_channel', 'invite'],
    ['is_archived', 'invite'],
  ])('that Slack refuses with %s is told as such', async (error, word) => {
    bot = await startBot(
      'http',
      applicationThat((inbound) => now({ audience: 'channel', place: 'new', card: echoCard(inbound) })),
    );
    bot.simulator.fail('chat.postMessage', { kind: 'refused', error });
    await bot.event(mention({ text: '<@UBOT> share' }));
    await bot.stop();
    const { whispers, messages } = bot.simulator.workspace;
    expect(messages).toEqual([]);
    expect(wordsOf(whispers[0]?.payload)).toContain(word);
  });

  it('that Slack has no room for in time was not posted, and the person is told', async () => {
    bot = await startBot(
      'http',
      applicationThat((inbound) => now({ audience: 'channel', place: 'new', card: echoCard(inbound) })),
    );
    bot.simulator.fail('response_url', { kind: 'rate-limited', seconds: 3600 });
    await bot.press({ id: 'share:stride' });
    await bot.stop();
    expect(bot.simulator.responses).toMatchObject([{ body: { response_type: 'ephemeral' } }]);
    expect(wordsOf(bot.simulator.responses[0]?.body)).toContain('Nothing was posted');
  });

  it('comes once after a 429', async () => {
    bot = await startBot(
      'http',
      applicationThat((inbound) => now({ audience: 'channel', place: 'new', card: echoCard(inbound) })),
    );
    bot.simulator.fail('response_url', { kind: 'rate-limited', seconds: 0.1 });
    await bot.press({ id: 'share:stride', thread: '1699999999.000100' });
    await bot.stop();
    expect(bot.simulator.responses).toMatchObject([
      { body: { response_type: 'in_channel', replace_original: false, thread_ts: '1699999999.000100' } },
    ]);
  });
});
