import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it, onTestFinished } from 'vitest';
import type { Bot as WholeBot } from '../../src/bot.ts';
import { createBot } from '../../src/bot.ts';
import { createClock } from '../../src/ops/clock.ts';
import { openStore } from '../../src/storage/open-store.ts';
import { startBot as startDiscordBot } from '../adapters/discord/harness.ts';
import type { Bot as SlackBot } from '../adapters/slack/harness.ts';
import { startBot as startSlackBot, wordsOf } from '../adapters/slack/harness.ts';
import { shipped } from '../search/bank.ts';
import { searchOf } from '../search/search-of.ts';
import { silent } from '../silent.ts';
import type { Message } from '../simulators/discord/interactions.ts';
import { isEphemeral } from '../simulators/discord/interactions.ts';
import { startDiscordSimulator } from '../simulators/discord/simulator.ts';
import { until } from '../until.ts';
import { rules } from '../zone-rules.ts';

async function openWhole(): Promise<{
  readonly bot: WholeBot;
  readonly zoneIn: (channel: string) => Promise<unknown>;
}> {
  const directory = await mkdtemp(join(tmpdir(), 'zone-'));
  const store = await openStore({ kind: 'sqlite', path: join(directory, 'bot.sqlite') }, { owner: 'one', log: silent });
  const bot = createBot({
    ...{ bank: shipped, store, clock: createClock(), rules, log: silent },
    ...{ random: Math.random, token: randomUUID, searchOf },
  });
  onTestFinished(async () => {
    await bot.stop();
    await store.close();
    await rm(directory, { recursive: true });
  });
  return {
    bot,
    zoneIn: async (channel) => (await store.transact((unit) => unit.daily.schedule(channel)))?.settings ?? null,
  };
}

describe.each(['http', 'socket'] as const)('a daily question without a time zone on Slack over %s', (mode) => {
  let slack: SlackBot;
  afterEach(() => slack.end());
  const profiles = () => slack.simulator.calls.filter(({ method }) => method === 'users.info');

  it('comes by the clocks of who set it up, with the right to look them up', async () => {
    const whole = await openWhole();
    slack = await startSlackBot(mode, whole.bot.application);
    slack.simulator.workspace.zones.set('U1', 'America/Winnipeg');
    await slack.command({ text: 'daily on 09:00 weekdays', channel: 'C7' });
    const [response] = await slack.simulator.waitForResponses(1);
    expect(wordsOf(response?.body)).toContain('09:00 America/Winnipeg, Monday to Friday');
    expect(await whole.zoneIn('slack:T1:C7')).toMatchObject({ zone: 'America/Winnipeg', days: [1, 2, 3, 4, 5] });
    expect(profiles().map(({ arguments: given }) => given['user'])).toEqual(['U1']);
    await slack.command({ text: 'daily on 09:00 Europe/Berlin', channel: 'C7' });
    await slack.simulator.waitForResponses(2);
    expect(profiles()).toHaveLength(1);
  });

  it('is asked for without that right, or when Slack does not tell; a press finishes it', async () => {
    for (const [no, scopes] of [
      [0, ['commands', 'chat:write', 'app_mentions:read', 'im:history']],
      [1, ['commands', 'chat:write', 'users:read']],
    ] as const) {
      const whole = await openWhole();
      if (no > 0) await slack.end();
      slack = await startSlackBot(mode, whole.bot.application, { scopes });
      slack.simulator.fail('users.info', { kind: 'refused', error: 'internal_error' });
      await slack.command({ text: 'daily on 09:00 topic:tensors', channel: 'C7' });
      const [asked] = await slack.simulator.waitForResponses(1);
      expect(wordsOf(asked?.body)).toContain('Which time zone?');
      expect(profiles()).toHaveLength(no);
      const id = /zone:[\w-]+:Asia\/Tokyo/.exec(JSON.stringify(asked?.body))?.[0] ?? '';
      await slack.press({ id, channel: 'C7' });
      const [, done] = await slack.simulator.waitForResponses(2);
      expect(done?.body).toMatchObject({ replace_original: true });
      expect(wordsOf(done?.body)).toContain('09:00 Asia/Tokyo');
      expect(await whole.zoneIn('slack:T1:C7')).toMatchObject({ zone: 'Asia/Tokyo', topic: 'tensors' });
    }
  });
});

describe('a daily question without a time zone on Discord', () => {
  it('is asked for by the person’s language; a press puts the answer in place of it', async () => {
    const whole = await openWhole();
    const discord = await startDiscordSimulator();
    const { adapter } = await startDiscordBot(discord, whole.bot.application);
    onTestFinished(async () => {
      await adapter.stop();
      await discord.stop();
    });
    const there = { channel: '800000000000000011', permissions: '32' };
    const text = (message: Message | null) => JSON.stringify(message?.body['embeds'] ?? '');
    const interaction = discord.use('daily', 'on', { time: '0900', days: 'weekdays' }, there);
    await until(() => expect(text(interaction.original)).toContain('Which time zone?'));
    const asked = interaction.original;
    if (asked === null) throw new Error('no answer');
    expect(isEphemeral(asked)).toBe(true);
    const rows = asked.body['components'] as { components: { custom_id: string; label: string }[] }[];
    const buttons = rows.flatMap(({ components }) => components);
    // The simulator's people have chosen British English.
    expect(buttons.map(({ label }) => label).slice(0, 2)).toEqual(['Europe/London', 'Europe/Dublin']);
    const pressed = discord.press(buttons[1]?.custom_id ?? '', asked, there);
    await until(() => expect(text(pressed.original ?? asked)).toContain('09:00 Europe/Dublin'));
    expect(await whole.zoneIn('discord:700000000000000001:800000000000000011')).toMatchObject({
      zone: 'Europe/Dublin',
      days: [1, 2, 3, 4, 5],
    });
  });
});
