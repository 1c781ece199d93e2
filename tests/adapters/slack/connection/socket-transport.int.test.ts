import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { until } from '../../../until.ts';
import { echo } from '../applications.ts';
import type { Bot } from '../harness.ts';
import { startBot, wordsOf } from '../harness.ts';

let bot: Bot;

beforeEach(async () => {
  bot = await startBot('socket', echo());
});
afterEach(() => bot.end());

const answers = async () => wordsOf((await bot.command({ text: 'still there' })).message).includes('still there');

describe('Socket Mode', () => {
  it('keeps two connections and needs no HTTP server', async () => {
    expect(bot.simulator.sockets.count()).toBe(2);
    expect(await answers()).toBe(true);
  });

  it('answers over the other connection while Slack renews one', async () => {
    bot.simulator.sockets.requestReconnect('one');
    expect(bot.simulator.sockets.count()).toBe(1);
    expect(await answers()).toBe(true);
    await bot.simulator.sockets.waitFor(2);
    expect(await answers()).toBe(true);
  });

  it('connects again after all connections were cut', async () => {
    bot.simulator.sockets.cut();
    await bot.simulator.sockets.waitFor(2);
    expect(await answers()).toBe(true);
  });

  it('outlives refusals and rate limits while it connects again, and says so in the log', async () => {
    const { simulator } = bot;
    simulator.fail(
      'apps.connections.open',
      { kind: 'refused', error: 'internal_error' },
      { kind: 'rate-limited', seconds: 0.1 },
      { kind: 'refused', error: 'invalid_auth' },
    );
    simulator.sockets.cut();
    await simulator.sockets.waitFor(2);
    expect(await answers()).toBe(true);
    expect(bot.log.filter(({ level }) => level === 'warn').length).toBeGreaterThanOrEqual(3);
  });

  it('stops while it is connecting again', async () => {
    bot.simulator.fail('apps.connections.open', ...Array(20).fill({ kind: 'refused', error: 'internal_error' }));
    const tries = () => bot.simulator.calls.filter(({ method }) => method === 'apps.connections.open').length;
    const before = tries();
    bot.simulator.sockets.cut();
    await until(() => expect(tries()).toBeGreaterThan(before));
    await bot.stop();
    expect(bot.simulator.sockets.count()).toBe(0);
  });
});
