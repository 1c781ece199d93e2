import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Store } from '../../../src/app/store/store.ts';
import type { Bot as WholeBot } from '../../../src/bot.ts';
import { createBot as createWholeBot } from '../../../src/bot.ts';
import { createClock } from '../../../src/ops/clock.ts';
import { openStore } from '../../../src/storage/open-store.ts';
import { shipped } from '../../search/bank.ts';
import type { Scene } from '../../simulators/discord/fixtures.ts';
import type { Interaction, Message } from '../../simulators/discord/interactions.ts';
import { isEphemeral } from '../../simulators/discord/interactions.ts';
import type { DiscordSimulator } from '../../simulators/discord/simulator.ts';
import { startDiscordSimulator } from '../../simulators/discord/simulator.ts';
import { until } from '../../until.ts';
import { rules } from '../../zone-rules.ts';
import type { Bot } from './harness.ts';
import { createLineLog, messengerOf, startBot } from './harness.ts';

let discord: DiscordSimulator;
let bot: Bot;
let whole: WholeBot;
let store: Store;
let directory: string;

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'discord-'));
  const { log } = createLineLog();
  store = await openStore({ kind: 'sqlite', path: join(directory, 'bot.sqlite') }, { owner: 'one', log });
  whole = createWholeBot({
    bank: shipped,
    store,
    clock: createClock(),
    random: Math.random,
    rules,
    token: () => 't',
    log,
  });
  discord = await startDiscordSimulator();
  await whole.recover();
  bot = await startBot(discord, whole.application, { drawPicture: async () => Uint8Array.of(0x89, 0x50, 0x4e, 0x47) });
  whole.start(new Map([['discord', messengerOf(bot)]]));
});

afterAll(async () => {
  await whole.stop();
  await bot.adapter.stop();
  await store.close();
  await discord.stop();
  await rm(directory, { recursive: true });
});

const manager = { permissions: '32' };
const text = (message: Message | null | undefined) => JSON.stringify(message?.body['embeds'] ?? '');
const buttons = (message: Message | undefined) =>
  ((message?.body['components'] ?? []) as { components: { custom_id: string; label: string }[] }[]).flatMap(
    ({ components }) => components,
  );

/** Waits for the answer itself, beyond its promise. */
async function answered(interaction: Interaction): Promise<Message> {
  await until(() => expect(interaction.original?.body['embeds']).toBeDefined());
  if (interaction.original === null) throw new Error('no answer');
  return interaction.original;
}

function press(message: Message | undefined, label: RegExp, scene: Partial<Scene>): Promise<Message> {
  const button = buttons(message).find((candidate) => label.test(candidate.label));
  if (message === undefined || button === undefined) throw new Error(`no button ${label} under ${text(message)}`);
  return answered(discord.press(button.custom_id, message, scene));
}

const post = (channel: string, find: RegExp) =>
  discord.channels
    .get(channel)
    .messages.find((message) => find.test(text(message)) || find.test(JSON.stringify(buttons(message))));

describe('a daily question on Discord', () => {
  const channel = '800000000000000011';
  const there = { ...manager, channel };

  it('is set up by typed options, posted, answered in private and shown in its status', async () => {
    const typed = { time: '09:00', zone: 'Europe/Berlin', days: 'weekdays', thread: true };
    const set = await answered(discord.use('daily', 'on', typed, there));
    expect(isEphemeral(set)).toBe(true);
    expect(text(set)).toContain('Europe/Berlin');
    await answered(discord.use('daily', 'now', {}, there));
    await until(() => expect(post(channel, /daily:/)).toBeDefined());
    const question = post(channel, /daily:/);
    expect(buttons(question)).toHaveLength(4);
    const verdict = await press(question, /^A/, { channel, user: '100000000000000043' });
    expect(isEphemeral(verdict)).toBe(true);
    const second = await press(question, /^B/, { channel, user: '100000000000000043' });
    expect(isEphemeral(second)).toBe(true);
    await until(() => expect(text(question)).toMatch(/1 /));
    expect(text(await answered(discord.use('daily', 'status', {}, there)))).toContain('Berlin');
    expect(text(await answered(discord.use('me', null, {}, { channel, user: '100000000000000043' })))).not.toBe('');
  });

  it('is not set up by somebody who may not', async () => {
    const refused = await answered(discord.use('daily', 'off', {}, { channel, permissions: '2048' }));
    expect(isEphemeral(refused)).toBe(true);
    expect(text(await answered(discord.use('daily', 'status', {}, there)))).toContain('Berlin');
  });

  it('suggests time zones while one is typed, and after a wrong one', async () => {
    const typing = discord.type('daily', 'on', 'zone', { zone: 'berl' });
    await until(() => expect(typing.choices).toContainEqual({ name: 'Europe/Berlin', value: 'Europe/Berlin' }));
    const wrong = await answered(discord.use('daily', 'on', { time: '9', zone: 'Europe/Berln' }, there));
    expect(text(wrong)).toContain('Berlin');
  });
});

describe('a quiz on Discord', () => {
  const channel = '800000000000000012';
  const ada = { channel, user: '100000000000000061', name: 'Ada' };
  const grace = { channel, user: '100000000000000062', name: '@everyone **Grace**' };

  it('runs in a thread from the lobby to the podium', async () => {
    const started = await answered(discord.use('quiz', 'start', { count: 1, seconds: 30 }, ada));
    expect(text(started)).not.toBe('');
    await until(() => expect(post(channel, /"join:/)).toBeDefined());
    const lobby = post(channel, /"join:/);
    await press(lobby, /join/i, ada);
    await press(lobby, /join/i, grace);
    await press(lobby, /start/i, ada);
    const thread = lobby?.id ?? '';
    await until(() => expect(post(thread, /"pick:/)).toBeDefined());
    expect(discord.channels.get(thread)).toMatchObject({ kind: 'thread', parent: channel });
    const question = post(thread, /"pick:/);
    const inThread = { channel: thread, parent: channel };
    const locked = await press(question, /^A/, { ...ada, ...inThread });
    expect(isEphemeral(locked)).toBe(true);
    await press(question, /^B/, { ...grace, ...inThread });
    await until(() => expect(post(thread, /review:/) ?? post(channel, /review:/)).toBeDefined());
    const board = await answered(discord.use('leaderboard', null, {}, ada));
    expect(text(board)).not.toBe('');
    const rest = [...discord.channels.get(thread).messages, ...discord.channels.get(channel).messages];
    expect(rest.filter(({ body }) => JSON.stringify(body['allowed_mentions'] ?? {}).includes('roles'))).toEqual([]);
  });
});
