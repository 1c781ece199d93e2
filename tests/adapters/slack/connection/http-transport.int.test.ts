import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { commandPayload, pressPayload } from '../../../simulators/slack/payloads.ts';
import { applicationThat, echo, echoCard, later } from '../applications.ts';
import type { Bot } from '../harness.ts';
import { startBot, wordsOf } from '../harness.ts';

let bot: Bot;
let application: ReturnType<typeof echo>;

beforeEach(async () => {
  application = echo();
  bot = await startBot('http', application);
});
afterEach(() => bot.end());

const form = (text = 'what is stride') =>
  new URLSearchParams(commandPayload({ text }, bot.simulator.createResponseUrl())).toString();

describe('signed requests', () => {
  it('refuses another secret, an old and a future time stamp, and does nothing', async () => {
    const { sender } = bot;
    const body = form();
    for (const signing of [{ secret: 'another-secret' }, { shift: -301 }, { shift: 302 }, { shift: 86_400 }]) {
      expect(await sender.send(sender.sign(body, signing))).toEqual({ status: 401, body: '' });
    }
    expect(application.heard).toEqual([]);
    expect((await sender.send(sender.sign(body, { shift: -295 }))).status).toBe(200);
    expect((await sender.send(sender.sign(body, { shift: 295 }))).status).toBe(200);
  });

  it('refuses a changed body and missing or meaningless headers', async () => {
    const { sender } = bot;
    const body = form();
    const signed = sender.sign(body);
    const headers = signed.headers as Record<string, string>;
    const { 'x-slack-signature': signature = '', 'x-slack-request-timestamp': _, ...rest } = headers;
    const attempts: RequestInit[] = [
      { ...signed, body: body.replace('stride', 'Stride') },
      { ...signed, headers: rest },
      { ...signed, headers: { ...headers, 'x-slack-request-timestamp': 'NaN' } },
      { ...signed, headers: { ...headers, 'x-slack-request-timestamp': 'Infinity' } },
      { ...signed, headers: { ...headers, 'x-slack-signature': signature.slice(0, -2) } },
      { ...signed, headers: { ...headers, 'x-slack-signature': `${signature}00` } },
      { ...signed, headers: { ...headers, 'x-slack-signature': signature.replace('v0=', 'v1=') } },
      // A signature that could be written in two ways could be used twice.
      { ...signed, headers: { ...headers, 'x-slack-signature': `v0=${signature.slice(3).toUpperCase()}` } },
      { ...signed, headers: { ...headers, 'x-slack-request-timestamp': `+${headers['x-slack-request-timestamp']}` } },
    ];
    for (const attempt of attempts) expect((await sender.send(attempt)).status).toBe(401);
    expect(application.heard).toEqual([]);
  });

  it('takes a form whose content type names a charset', async () => {
    const { sender } = bot;
    for (const contentType of [
      'application/x-www-form-urlencoded; charset=utf-8',
      'Application/X-WWW-Form-Urlencoded;charset=UTF-8',
    ]) {
      const { status, body } = await sender.send(sender.sign(form('größe'), { contentType }));
      expect(status).toBe(200);
      expect(wordsOf(body)).toContain('größe');
    }
  });

  it('answers the unsigned ssl_check, without the command that was put beside it', async () => {
    const headers = { 'content-type': 'application/x-www-form-urlencoded; charset=utf-8' };
    const { status } = await bot.sender.send({ method: 'POST', headers, body: `ssl_check=1&${form()}` });
    expect(status).toBe(200);
    expect(application.heard).toEqual([]);
  });

  it('answers a signed ssl_check, too, and takes no command from it', async () => {
    const { sender } = bot;
    expect((await sender.send(sender.sign(`ssl_check=1&${form()}`))).status).toBe(200);
    expect(application.heard).toEqual([]);
  });

  it('refuses what is no event, and more than any event has', async () => {
    const { sender } = bot;
    for (const body of ['{', 'null', '1']) {
      expect((await sender.send(sender.sign(body, { contentType: 'application/json' }))).status).toBe(400);
    }
    expect((await sender.send(sender.sign('payload={'))).status).toBe(400);
    expect((await sender.send(sender.sign(`text=${'a'.repeat(1024 * 1024)}`))).status).toBe(413);
    expect(application.heard).toEqual([]);
    expect((await sender.send(sender.sign(form()))).status).toBe(200);
  });

  it('answers the challenge with which Slack checks the address', async () => {
    const { sender } = bot;
    const body = JSON.stringify({ type: 'url_verification', challenge: 'abc' });
    const response = await sender.send(sender.sign(body, { contentType: 'application/json' }));
    expect(response).toEqual({ status: 200, body: { challenge: 'abc' } });
  });

  it('knows one path and one method', async () => {
    const { sender } = bot;
    expect((await sender.send(sender.sign(form()), '/slack/other')).status).toBe(404);
    expect((await sender.send(sender.sign(form()), '//')).status).toBe(404);
    expect((await sender.send({ method: 'GET' })).status).toBe(404);
    expect(application.heard).toEqual([]);
  });

  it('acknowledges kinds of events that it does not know', async () => {
    const { sender } = bot;
    const payload = (body: object) => new URLSearchParams({ payload: JSON.stringify(body) }).toString();
    const common = { team: { id: 'T1' }, user: { id: 'U1' }, trigger_id: '1.2' };
    const shortcut = payload({ ...common, type: 'shortcut', callback_id: 'unknown' });
    const view = payload({ ...common, type: 'view_submission', view: { id: 'V1', callback_id: 'unknown' } });
    const home = payload({
      ...common,
      type: 'block_actions',
      container: { type: 'view' },
      actions: [{ type: 'button', action_id: 'a', block_id: 'b', action_ts: '1.2' }],
    });
    for (const body of [shortcut, view, home]) expect((await sender.send(sender.sign(body))).status).toBe(200);
    expect(application.heard).toEqual([]);
  });

  it('takes nothing more once it is stopped', async () => {
    await bot.stop();
    expect((await bot.sender.send(bot.sender.sign(form()))).status).toBe(503);
  });
});

describe('a replayed request', () => {
  it('has no second effect', async () => {
    await bot.end();
    let acts = 0;
    const acting = applicationThat((inbound) =>
      later(async () => {
        acts += 1;
        return echoCard(inbound);
      }),
    );
    bot = await startBot('http', acting);
    const { sender, simulator } = bot;
    const press = new URLSearchParams({
      payload: JSON.stringify(pressPayload({ id: 'a' }, simulator.createResponseUrl())),
    });
    const signed = sender.sign(press.toString());
    expect((await sender.send(signed)).status).toBe(200);
    expect((await sender.send(signed)).status).toBe(200);
    await bot.stop();
    expect(acts).toBe(1);
    expect(simulator.responses).toHaveLength(1);
  });

  it('cannot be prevented by a forged one with the same signature', async () => {
    const { sender } = bot;
    const signed = sender.sign(form());
    expect((await sender.send({ ...signed, body: 'text=other' })).status).toBe(401);
    expect((await sender.send(signed)).status).toBe(200);
  });
});
