import { request } from 'node:http';
import { afterEach, describe, expect, it } from 'vitest';
import { webClientOptions } from '../../../../src/adapters/slack/connection/web-client.ts';
import type { Address } from '../../../../src/app/delivery/messenger.ts';
import { paragraph } from '../../../../src/core/card.ts';
import { roundTrips } from '../../../round-trip.ts';
import { directMessage, mention } from '../../../simulators/slack/event-payloads.ts';
import { commandPayload, pressPayload } from '../../../simulators/slack/payloads.ts';
import { applicationThat, echo, echoCard, later } from '../applications.ts';
import type { Bot } from '../harness.ts';
import { startBot, wordsOf } from '../harness.ts';

/** The traps of Bolt, its clients and Slack itself, each with what keeps the bot out of it. */

let bot: Bot;
afterEach(() => bot.end());

const channel = (id: string): Address => ({ kind: 'channel', channel: id, thread: null });
const toPost = (key: string, id: string) => ({
  key,
  address: channel(id),
  card: { body: [paragraph(key)] },
  ping: null,
});
const callsOf = (method: string) => bot.simulator.calls.filter((call) => call.method === method).length;

describe('the clients of Slack', () => {
  it('write tokens into shared headers: each gets options of its own, without headers', async () => {
    bot = await startBot('socket', echo());
    expect(webClientOptions('https://a.example/')).not.toBe(webClientOptions('https://a.example/'));
    expect(webClientOptions('https://a.example/')).not.toHaveProperty('headers');
    // The app-level token of the connections and the bot's own never take each other's place.
    await bot.event(mention({ text: '<@UBOT> a' }));
    bot.simulator.sockets.cut();
    await bot.simulator.sockets.waitFor(2);
    await bot.event(mention({ text: '<@UBOT> b' }));
    await bot.stop();
    expect(bot.simulator.workspace.whispers).toHaveLength(2);
  });

  it('hold up a whole workspace after one 429: only that method waits', async () => {
    bot = await startBot('http', echo());
    const { messenger } = bot.adapter;
    const first = await messenger.post(toPost('a', 'C1'));
    const message = first.kind === 'done' ? first.posted.message : '';
    bot.simulator.fail('chat.postMessage', { kind: 'rate-limited', seconds: 600 });
    expect(await messenger.post(toPost('b', 'C2'))).toMatchObject({ kind: 'later', after: 600_000 });
    expect(await messenger.edit(channel('C1'), message, { body: [paragraph('c')] })).toMatchObject({ kind: 'done' });
    await bot.event(mention({ text: '<@UBOT> a' }));
    await bot.stop();
    expect(bot.simulator.workspace.whispers).toHaveLength(1);
  });

  it('post again after a 500, and so twice: one attempt is one request', async () => {
    bot = await startBot('http', echo());
    bot.simulator.fail('chat.postMessage', { kind: 'error-after', status: 500 });
    expect(await bot.adapter.messenger.post(toPost('a', 'C1'))).toMatchObject({ kind: 'unknown' });
    expect([callsOf('chat.postMessage'), bot.simulator.workspace.messages.length]).toEqual([1, 1]);
  });
});

describe('Socket Mode', () => {
  it('is deaf for 5 s after a renewal: the other of two connections hears everything', async () => {
    bot = await startBot('socket', echo());
    for (let turn = 0; turn < 20; turn += 1) {
      bot.simulator.sockets.requestReconnect('one');
      expect(wordsOf((await bot.command({ text: `turn ${turn}` })).message)).toContain(`turn ${turn}`);
      await bot.simulator.sockets.waitFor(2);
    }
  });

  it('ends the process when Slack refuses at a reconnect: the bot comes back instead', async () => {
    bot = await startBot('socket', echo());
    const unhandled: unknown[] = [];
    const note = (error: unknown) => void unhandled.push(error);
    process.on('unhandledRejection', note);
    bot.simulator.fail('apps.connections.open', ...Array(4).fill({ kind: 'error-before', status: 503 }));
    bot.simulator.sockets.cut();
    await bot.simulator.sockets.waitFor(2);
    expect(wordsOf((await bot.command({ text: 'back' })).message)).toContain('back');
    process.off('unhandledRejection', note);
    expect(unhandled).toEqual([]);
  });
});

describe('stopping Bolt', () => {
  const slow = (promise: Promise<void>) =>
    applicationThat((inbound) => later(() => promise.then(() => echoCard(inbound))));

  it.each(['http', 'socket'] as const)('does not wait for listeners over %s: the bot does', async (mode) => {
    const { promise, resolve } = Promise.withResolvers<void>();
    bot = await startBot(mode, slow(promise));
    await bot.press({ id: 'a' });
    await bot.event(directMessage({ text: 'b' }));
    const stopping = bot.stop();
    resolve();
    await stopping;
    expect(bot.simulator.responses).toHaveLength(1);
    expect(bot.simulator.workspace.messages).toHaveLength(1);
  });

  it('does not wait for a request that is still arriving: the bot does', async () => {
    bot = await startBot('http', slow(Promise.resolve()));
    const body = new URLSearchParams({
      payload: JSON.stringify(pressPayload({ id: 'a' }, bot.simulator.createResponseUrl())),
    }).toString();
    const { headers } = bot.sender.sign(body);
    const sending = request(`${bot.sender.target}/slack/events`, {
      method: 'POST',
      headers: { ...(headers as Record<string, string>), 'content-length': Buffer.byteLength(body) },
    });
    const answered = new Promise<number | undefined>((resolve) => {
      sending.on('response', (response) => resolve(response.resume().statusCode));
    });
    const begun = bot.requestBegins();
    await new Promise((resolve) => void sending.write(body.slice(0, 20), resolve));
    await begun;
    let stopped = false;
    const stopping = bot.stop().then(() => {
      stopped = true;
    });
    await roundTrips();
    expect(stopped).toBe(false);
    sending.end(body.slice(20));
    await stopping;
    expect(bot.simulator.responses).toHaveLength(1);
    expect(await answered).toBe(200);
  });
});

describe('an event that nobody acknowledges', () => {
  it('is an error after 3 s: an unknown command, a failing application and every other kind are acknowledged', async () => {
    bot = await startBot(
      'http',
      applicationThat(() => {
        throw new Error('out of order');
      }),
    );
    expect((await bot.command({ text: 'a', command: '/another' })).status).toBe(200);
    expect((await bot.press({ id: 'a' })).status).toBe(200);
    expect((await bot.shortcut({ text: 'a', callback: 'another' })).status).toBe(200);
    expect((await bot.event({ ...mention({ text: 'a' }), event: { type: 'channel_rename' } })).status).toBe(200);
  });
});

describe('signatures', () => {
  it('from the future pass Bolt: here they do not', async () => {
    const application = echo();
    bot = await startBot('http', application);
    const { sender } = bot;
    const body = JSON.stringify(mention({ text: '<@UBOT> a' }));
    for (const shift of [400, 3600, 86_400]) {
      const signed = sender.sign(body, { shift, contentType: 'application/json' });
      expect((await sender.send(signed)).status).toBe(401);
    }
    await bot.stop();
    expect(application.heard).toEqual([]);
  });

  it('of forged, changed or unsigned events are refused', async () => {
    const application = echo();
    bot = await startBot('http', application);
    const { sender } = bot;
    const contentType = 'application/json';
    const body = JSON.stringify(mention({ text: '<@UBOT> a' }));
    const signed = sender.sign(body, { contentType });
    for (const attempt of [
      sender.sign(body, { contentType, secret: 'another-secret' }),
      { ...signed, body: body.replace('U1', 'U2') },
      { method: 'POST', headers: { 'content-type': contentType }, body },
    ]) {
      expect((await sender.send(attempt)).status).toBe(401);
    }
    await bot.stop();
    expect(application.heard).toEqual([]);
  });

  it('that are replayed have no second effect, also where Slack would say it is a new event', async () => {
    const application = echo();
    bot = await startBot('http', application);
    const { sender, simulator } = bot;
    const contentType = 'application/json';
    const payload = mention({ text: '<@UBOT> a' });
    const signed = sender.sign(JSON.stringify(payload), { contentType });
    for (let turn = 0; turn < 3; turn += 1) expect((await sender.send(signed)).status).toBe(200);
    // Slack's own retry has a new signature, and the same event id.
    expect((await bot.event(payload)).status).toBe(200);
    await bot.stop();
    expect(simulator.workspace.whispers).toHaveLength(1);
  });

  it('of forms that name a charset are no JSON', async () => {
    bot = await startBot('http', echo());
    const { sender, simulator } = bot;
    const form = new URLSearchParams(commandPayload({ text: 'größe' }, simulator.createResponseUrl())).toString();
    const contentType = 'application/x-www-form-urlencoded; charset=utf-8';
    expect((await sender.send(sender.sign(form, { contentType }))).status).toBe(200);
  });
});

describe("Bolt's own log", () => {
  it('holds whole events: ours has no word of anybody’s', async () => {
    bot = await startBot('http', echo());
    await bot.command({ text: 'confidential-words' });
    await bot.event(mention({ text: '<@UBOT> confidential-words' }));
    bot.simulator.fail('chat.postEphemeral', { kind: 'refused', error: 'no_permission' });
    await bot.event(mention({ text: '<@UBOT> confidential-words' }));
    await bot.stop();
    expect(JSON.stringify(bot.log)).not.toContain('confidential-words');
    expect(bot.log.some(({ level }) => level === 'error')).toBe(true);
  });
});

describe('a private message in a channel', () => {
  it('in a thread that is none yet is shown to nobody: it goes beside, not into', async () => {
    bot = await startBot('http', echo());
    const root = '1700000000.000100';
    await bot.press({ id: 'a', ephemeral: false, ts: root, thread: root });
    await bot.simulator.waitForResponses(1);
    expect(bot.simulator.responses[0]?.body).not.toHaveProperty('thread_ts');
  });
});

describe('a press', () => {
  it('tells when it was made by Slack’s clock, and has one name however often it is delivered', async () => {
    const application = echo();
    bot = await startBot('socket', application);
    const payload = pressPayload({ id: 'a', pressed: '1700000123.456789' }, bot.simulator.createResponseUrl());
    for (let delivery = 0; delivery < 2; delivery += 1) await bot.simulator.sockets.deliver('interactive', payload);
    const [first, second] = application.heard;
    expect(first).toMatchObject({ at: 1_700_000_123_456 });
    expect(second?.event).toBe(first?.event);
  });
});
