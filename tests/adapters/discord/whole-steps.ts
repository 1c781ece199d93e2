import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, vi } from 'vitest';
import type { Store } from '../../../src/app/store/store.ts';
import { createBot as createWholeBot } from '../../../src/bot.ts';
import { openStore } from '../../../src/storage/open-store.ts';
import { bank } from '../../app/house.ts';
import type { Database } from '../../faults/database.ts';
import { sqliteDatabase } from '../../faults/database.ts';
import type { Scene } from '../../simulators/discord/fixtures.ts';
import { defaultScene } from '../../simulators/discord/fixtures.ts';
import type { Interaction, Message } from '../../simulators/discord/interactions.ts';
import { isEphemeral, isLoading } from '../../simulators/discord/interactions.ts';
import type { DiscordSimulator } from '../../simulators/discord/simulator.ts';
import { startDiscordSimulator } from '../../simulators/discord/simulator.ts';
import type { Typed } from '../../simulators/discord/used-command.ts';
import type { Line } from './harness.ts';
import { createLineLog, messengerOf, startBot } from './harness.ts';

export type Person = { readonly id: string; readonly name: string; readonly manages?: boolean };

/** A message as somebody has it on the screen. `at`: Discord's instant, UTC ms. */
export type Shown = {
  readonly id: string;
  /** The channel that it stands in, a thread or not, and the one that a thread belongs to. */
  readonly where: string;
  readonly channel: string;
  readonly words: string;
  readonly buttons: readonly { readonly id: string; readonly label: string }[];
  readonly at: number;
};

/** A server with the whole bot in it, over a real SQLite file. */
export type Server = {
  readonly discord: DiscordSimulator;
  readonly store: Store;
  readonly database: Database;
  readonly lines: readonly Line[];
  /** The time of Discord and of the bot, UTC ms: that of the machine, set forward by `forward`. */
  readonly now: () => number;
  readonly forward: (milliseconds: number) => void;
  /** Somebody uses a command; gives the words of the private answer. */
  readonly use: (who: Person, channel: string, name: string, sub: string | null, typed?: Typed) => Promise<string>;
  /** Somebody presses a button that they see, at an instant of Discord's; gives the words of the private answer. */
  readonly press: (who: Person, message: Shown, label: string, at?: number) => Promise<string>;
  /** What stands in a channel and its threads. */
  readonly messages: (channel: string) => readonly Shown[];
  /** Every private answer so far. */
  readonly answers: readonly Message[];
};

export const ada = { id: '100000000000000061', name: 'Ada' };
export const bo = { id: '100000000000000062', name: 'Bo' };
export const cy = { id: '100000000000000063', name: 'Cy' };
export const boss = { id: '100000000000000064', name: 'Boss', manages: true };

export const scope = `discord:${defaultScene.guild}`;

/** Manage Server, as Discord writes permissions. */
const manageServer = '32';

const epoch = 1_420_070_400_000n;

/** Starts everything and ends it with the test, which fails when Discord would have refused anything or the log has an error. */
export async function openServer({ begin }: { readonly begin?: number } = {}): Promise<Server> {
  let ahead = begin === undefined ? 0 : begin - Date.now();
  const now = () => Date.now() + ahead;
  const directory = await mkdtemp(join(tmpdir(), 'discord-'));
  const file = join(directory, 'bot.sqlite');
  const { log, lines } = createLineLog();
  const store = await openStore({ kind: 'sqlite', path: file }, { owner: 'one', log });
  const clock = { wall: now, steady: now };
  const whole = createWholeBot({ questions: bank, store, clock, random: Math.random, token: () => 't', log });
  const discord = await startDiscordSimulator();
  discord.advance(ahead);
  await whole.recover();
  const bot = await startBot(discord, whole.application, {
    drawPicture: async () => Uint8Array.of(0x89, 0x50, 0x4e, 0x47),
    limits: { start: 5000, stop: 1000, secondLook: 100 },
  });
  whole.start(new Map([['discord', messengerOf(bot)]]));
  onTestFinished(async () => {
    await whole.stop();
    await bot.adapter.stop();
    await store.close();
    await discord.stop();
    await rm(directory, { recursive: true });
    const all = [...lines, ...bot.lines];
    expect(all.filter(({ level, message }) => level === 'error' || message.includes('did not fit'))).toEqual([]);
  });

  const answers: Message[] = [];
  /** Waits for the answer itself, beyond its promise. */
  async function answered(interaction: Interaction): Promise<string> {
    const answer = await until(() => {
      const { original } = interaction;
      if (original === null || isLoading(original) || original.body['embeds'] === undefined)
        throw new Error('no answer');
      return original;
    });
    expect(isEphemeral(answer)).toBe(true);
    answers.push(answer);
    return wordsOf(answer.body);
  }

  const scene = ({ id, name, manages = false }: Person, channel: string): Partial<Scene> => ({
    channel,
    user: id,
    name,
    permissions: manages ? manageServer : '0',
  });

  return {
    discord,
    store,
    database: sqliteDatabase(file),
    lines: bot.lines,
    now,
    forward: (milliseconds) => {
      ahead += milliseconds;
      discord.advance(milliseconds);
      whole.wake();
    },
    use: (who, channel, name, sub, typed = {}) => answered(discord.use(name, sub, typed, scene(who, channel))),
    press: (who, { id, where, channel, buttons }, label, at = now()) => {
      const button = buttons.find((candidate) => candidate.label === label);
      if (button === undefined) throw new Error(`no button ${label} among ${JSON.stringify(buttons)}`);
      const message = discord.channels.get(where).messages.find((candidate) => candidate.id === id) ?? null;
      const inThread = where === channel ? {} : { parent: channel };
      const before = at - now();
      discord.advance(before);
      const interaction = discord.press(button.id, message, { ...scene(who, where), ...inThread });
      discord.advance(-before);
      return answered(interaction);
    },
    messages: (channel) => {
      const roots = discord.channels.get(channel).messages;
      const inThreads = roots.flatMap(({ id }) => {
        const thread = discord.channels.find(id);
        return (thread?.messages ?? []).filter(({ body }) => body['type'] !== 21).map(toShown(id, channel));
      });
      return [...roots.map(toShown(channel, channel)), ...inThreads];
    },
    answers,
  };
}

/** A message as plain words in one line, without the marks of Markdown. */
function wordsOf(body: Message['body']): string {
  const embeds = (body['embeds'] ?? []) as readonly { readonly title?: string; readonly description?: string }[];
  return embeds
    .map(({ title = '', description = '' }) => `${title} ${description}`)
    .join(' ')
    .replace(/[\\*`]/g, '')
    .replace(/\s+/g, ' ');
}

function toShown(where: string, channel: string) {
  return ({ id, body }: Message): Shown => {
    const rows = (body['components'] ?? []) as readonly {
      readonly components?: readonly { readonly custom_id?: string; readonly label?: string }[];
    }[];
    const buttons = rows.flatMap(({ components = [] }) => components);
    return {
      id,
      where,
      channel,
      words: wordsOf(body),
      buttons: buttons.map(({ custom_id: button = '', label = '' }) => ({ id: button, label })),
      at: Number((BigInt(id) >> 22n) + epoch),
    };
  };
}

/** Waits until something is so. */
export function until<Value>(look: () => Value | Promise<Value>): Promise<Value> {
  return vi.waitFor(look, { timeout: 8000, interval: 10 });
}

/** The last message of a channel or its threads that has these words, once it is there. */
export async function sees(server: Server, channel: string, words: RegExp): Promise<Shown> {
  return until(() => {
    const all = server.messages(channel);
    const found = all.findLast((message) => words.test(message.words));
    if (found === undefined) throw new Error(`no ${words} in\n${all.map((each) => each.words).join('\n')}`);
    return found;
  });
}

/** The message again, as it is now. */
export function refreshed(server: Server, { channel, id }: Shown): Shown {
  const found = server.messages(channel).find((message) => message.id === id);
  if (found === undefined) throw new Error(`There is no message ${id}.`);
  return found;
}

/** Somebody opens a quiz of questions of 5 s; gives its lobby. */
export async function openQuiz(server: Server, channel: string, typed: Typed, host: Person = ada): Promise<Shown> {
  expect(await server.use(host, channel, 'quiz', 'start', { seconds: 5, ...typed })).toContain('The quiz is open');
  return sees(server, channel, /starts a quiz/);
}

/** The question that is asked, once its time runs, and the letters that are right and wrong. */
export async function asked(server: Server, channel: string, no: number) {
  return until(async () => {
    const quiz = await server.store.transact((unit) => unit.quizzes.liveIn(`${scope}:${channel}`));
    expect(quiz?.state.phase).toMatchObject({ kind: 'asking', question: { kind: 'posted' } });
    expect(quiz?.state.closed).toHaveLength(no);
    const message = server
      .messages(channel)
      .findLast(({ buttons }) => buttons.some(({ id }) => id.startsWith(`pick:${quiz?.id}:${no}:`)));
    if (message === undefined) throw new Error(`Question ${no} is not there.`);
    const place = quiz?.state.questions[no]?.correct ?? 0;
    return { message, right: 'ABCD'[place] ?? '', wrong: 'ABCD'[(place + 1) % 4] ?? '' };
  });
}

/** Lets a reveal's time pass once it stands there. */
export async function revealed(server: Server, message: Shown): Promise<Shown> {
  await until(() => expect(refreshed(server, message).words).toContain('the answer'));
  server.forward(5000);
  return refreshed(server, message);
}

/** All rows of the database that name the server, by table. */
export async function rowsOf(server: Server): Promise<readonly string[]> {
  const tables = await server.database.read("select name from sqlite_master where type = 'table'");
  const found: string[] = [];
  for (const { name } of tables) {
    const rows = await server.database.read(`select * from "${String(name)}"`);
    found.push(...rows.map((row) => `${String(name)} ${JSON.stringify(row)}`).filter((row) => row.includes(scope)));
  }
  return found;
}

/** The letters that are right and wrong in the daily question that stands open in a channel. */
export async function dailyLetters({ store }: Server, channel: string) {
  const [post] = await store.transact((unit) => unit.daily.openPosts(`${scope}:${channel}`));
  const options = bank.find(({ id }) => id === post?.question)?.items[post?.item ?? -1]?.options;
  const place = post?.order.findIndex((index) => options?.[index]?.correct === true) ?? -1;
  return { right: 'ABCD'[place] ?? '', wrong: 'ABCD'[(place + 1) % 4] ?? '' };
}
