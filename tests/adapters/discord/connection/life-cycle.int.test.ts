import { describe, expect, it } from 'vitest';
import { readShards } from '../../../../src/adapters/discord/connection/shards.ts';
import { patience } from '../../../patience.ts';
import type { DiscordSimulator } from '../../../simulators/discord/simulator.ts';
import { until } from '../../../until.ts';
import { answering, createBot, reply, startBot, useDiscord } from '../harness.ts';

let discord: DiscordSimulator;

useDiscord((simulator) => {
  discord = simulator;
});

const application = answering({ kind: 'now', reply: reply('Stride') });

/** Another bot connects, loses its connection with all others, and is back: whoever still tried would be, too. */
async function comesBack(): Promise<void> {
  discord.gateway.mute = false;
  const { adapter } = await startBot(discord, application);
  const resumed = () => discord.gateway.received.filter((name) => name === 'resume').length;
  const before = resumed();
  discord.gateway.drop();
  await until(() => expect(resumed()).toBe(before + 1));
  await adapter.stop();
}

describe('the start', () => {
  it('gives up when the gateway does not answer', async () => {
    discord.gateway.mute = true;
    const { adapter } = createBot(discord, application, { limits: { start: 200, stop: 200, secondLook: 100 } });
    await expect(adapter.start()).rejects.toMatchObject({
      code: 'discord-unreachable',
      hint: expect.stringContaining('WebSocket'),
    });
    await adapter.stop();
    // The connection that was begun may still arrive; two are those of the other bot.
    await comesBack();
    expect(discord.gateway.connections).toBeLessThanOrEqual(1 + 2);
  });

  it('serves the shards that it was told', async () => {
    const { adapter } = await startBot(discord, application, { shards: { ids: [2], total: 4 } });
    expect(discord.gateway.shards).toEqual([[2, 4]]);
    await adapter.stop();
  });
});

describe('the stop', () => {
  it('does not wait for ever', async () => {
    const never = answering({ kind: 'later', audience: 'asker', place: 'new', act: () => new Promise(() => {}) });
    const { adapter, lines } = await startBot(discord, never, {
      limits: { start: patience, stop: 100, secondLook: 100 },
    });
    const interaction = discord.command('stride');
    await until(() => expect(interaction.accepted).toEqual([5]));
    await adapter.stop();
    expect(lines.map(({ message }) => message)).toContain('Stopped before everything was answered.');
  });
});

describe('a stop in the middle of an outage', () => {
  it('ends, and no connection is made any more', async () => {
    const { adapter } = await startBot(discord, application);
    discord.gateway.mute = true;
    const before = discord.gateway.connections;
    discord.gateway.drop();
    await until(() => expect(discord.gateway.connections).toBe(before + 1));
    await adapter.stop();
    await comesBack();
    expect(discord.gateway.connections).toBe(before + 1 + 2);
  });
});

describe('shards', () => {
  it.each([
    ['0/1', { ids: [0], total: 1 }],
    ['0,1/4', { ids: [0, 1], total: 4 }],
    [' 4-7 / 8 ', { ids: [4, 5, 6, 7], total: 8 }],
    ['0,2-3/4', { ids: [0, 2, 3], total: 4 }],
  ])('are read from %j', (text, shards) => {
    expect(readShards(text)).toEqual(shards);
  });

  it.each(['', '4', '4/4', '0/0', '1,1/4', '3-1/4', '0/2000', 'a/b', '-1/2', '0,/2'])(
    'are not read from %j',
    (text) => {
      expect(readShards(text)).toBeNull();
    },
  );
});
