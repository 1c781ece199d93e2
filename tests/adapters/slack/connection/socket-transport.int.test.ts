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

  it('is connected as long as one connection is open', async () => {
    const state = () => bot.adapter.connection?.state();
    expect(state()).toMatchObject({ connected: true, trouble: null });
    bot.simulator.fail('apps.connections.open', ...Array(3).fill({ kind: 'refused', error: 'internal_error' }));
    bot.simulator.sockets.requestReconnect('one');
    expect(state()).toMatchObject({ connected: true });
    await bot.simulator.sockets.waitFor(2);
    expect(bot.log.filter(({ message }) => message.startsWith('The connection is lost'))).toEqual([]);
  });

  it('is not connected without one, says what to do when the token is dead, and is connected again', async () => {
    const state = () => bot.adapter.connection?.state();
    let dead = true;
    bot.simulator.setWeather((method) =>
      dead && method === 'apps.connections.open' ? { kind: 'refused', error: 'invalid_auth' } : null,
    );
    bot.simulator.sockets.cut();
    await until(() =>
      expect(state()).toMatchObject({
        connected: false,
        trouble: {
          problem: 'Slack refused SLACK_APP_TOKEN: invalid_auth.',
          cure: expect.stringContaining('connections:write'),
        },
      }),
    );
    dead = false;
    await until(() => expect(state()).toMatchObject({ connected: true, trouble: null }));
  });

  it('finds out that the bot token was revoked though nothing is sent', async () => {
    const watched = await startBot('socket', echo(), { tokenPauses: { taken: 20, refused: 20 } });
    const state = () => watched.adapter.connection?.state();
    watched.simulator.workspace.removed = 'token_revoked';
    await until(() => expect(state()?.trouble?.problem).toBe('Slack refuses what the bot sends: token_revoked.'));
    watched.simulator.workspace.removed = null;
    await until(() => expect(state()).toMatchObject({ connected: true }));
    await watched.end();
  });

  it.each(['apps.connections.open', 'auth.test'])('stops soon while Slack does not answer %s', async (method) => {
    const silent = await startBot('socket', echo(), { tokenPauses: { taken: 20, refused: 20 } });
    silent.simulator.setWeather((called) => (called === method ? { kind: 'silent' } : null));
    const calls = () => silent.simulator.calls.filter((call) => call.method === method).length;
    const before = calls();
    silent.simulator.sockets.cut();
    await until(() => expect(calls()).toBeGreaterThan(before));
    // The first attempt alone takes 5 s to be given up, and two more follow.
    await silent.end();
    expect(calls()).toBeLessThanOrEqual(before + 2);
  });

  it('takes no event any more over a connection that comes after the stop', async () => {
    let go = () => {};
    const held = new Promise<void>((resolve) => {
      go = resolve;
    });
    bot.simulator.setWeather((method) => (method === 'apps.connections.open' ? { kind: 'held', until: held } : null));
    bot.simulator.sockets.cut();
    await until(() => expect(bot.adapter.connection?.state().connected).toBe(false));
    await bot.stop();
    go();
    await expect(bot.command({ text: 'too late' })).rejects.toThrow();
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
