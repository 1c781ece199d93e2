import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, vi } from 'vitest';
import { createSlackAdapter } from '../../../src/adapters/slack/slack-adapter.ts';
import type { Store } from '../../../src/app/store/store.ts';
import { createBot } from '../../../src/bot.ts';
import { openStore } from '../../../src/storage/open-store.ts';
import { bank } from '../../app/house.ts';
import type { Database } from '../../faults/database.ts';
import { sqliteDatabase } from '../../faults/database.ts';
import { wordsIn } from '../../faults/words.ts';
import { commandPayload, pressPayload } from '../../simulators/slack/payloads.ts';
import type { SlackSimulator } from '../../simulators/slack/simulator.ts';
import { startSlackSimulator } from '../../simulators/slack/simulator.ts';
import type { Arguments } from '../../simulators/slack/workspace.ts';
import type { Entry } from './harness.ts';
import { recordTo } from './harness.ts';

export type Person = { readonly id: string; readonly name: string };

/** A message as somebody has it on the screen. `at`: Slack's instant, UTC ms. */
export type Shown = {
  readonly id: string;
  readonly channel: string;
  readonly thread: string | null;
  readonly words: string;
  readonly buttons: readonly { readonly id: string; readonly label: string }[];
  readonly at: number;
  readonly edits: number;
};

/** A workspace with the whole bot in it, over a real SQLite file. */
export type Workspace = {
  readonly simulator: SlackSimulator;
  readonly store: Store;
  readonly database: Database;
  readonly log: readonly Entry[];
  /** The time of Slack and of the bot, UTC ms: that of the machine, set forward by `forward`. */
  readonly now: () => number;
  readonly forward: (milliseconds: number) => void;
  /** Somebody types a command; gives the words of the private answer. */
  readonly command: (who: Person, channel: string, text: string) => Promise<string>;
  /** Somebody presses a button that they see, at an instant of Slack's; gives the words of the private answer. */
  readonly press: (who: Person, message: Shown, label: string, at?: number) => Promise<string>;
  /** What stands in a channel and its threads, oldest first. */
  readonly messages: (channel: string) => readonly Shown[];
};

export const ada = { id: 'U1', name: 'ada' };
export const bo = { id: 'U2', name: 'bo' };
export const cy = { id: 'U3', name: 'cy' };

/** Starts everything and ends it with the test, which fails when Slack would have rejected anything or the log has an error. */
export async function openWorkspace(
  more: { readonly managers?: readonly string[]; readonly begin?: number } = {},
): Promise<Workspace> {
  let ahead = more.begin === undefined ? 0 : more.begin - Date.now();
  const now = () => Date.now() + ahead;
  const directory = await mkdtemp(join(tmpdir(), 'slack-'));
  const log: Entry[] = [];
  const simulator = await startSlackSimulator({ clock: now });
  const file = join(directory, 'bot.sqlite');
  const store = await openStore({ kind: 'sqlite', path: file }, { owner: 'one', log: recordTo(log) });
  const clock = { wall: now, steady: now };
  const bot = createBot({ questions: bank, store, clock, random: Math.random, token: () => 't', log: recordTo(log) });
  const { apiUrl, botToken, appToken } = simulator;
  const adapter = createSlackAdapter({
    config: { apiUrl, botToken, managers: more.managers ?? null, mode: { kind: 'socket', appToken } },
    application: bot.application,
    log: recordTo(log),
    drawPicture: async () => Uint8Array.of(0x89, 0x50, 0x4e, 0x47),
    now,
    steady: now,
  });
  await bot.recover();
  await adapter.start();
  bot.start(new Map([['slack', adapter.messenger]]));
  onTestFinished(async () => {
    await bot.stop();
    await adapter.stop();
    await store.close();
    await simulator.stop();
    await rm(directory, { recursive: true });
    expect(log.filter(({ level, message }) => level === 'error' || message.includes('did not fit'))).toEqual([]);
  });

  async function ask(kind: 'slash_commands' | 'interactive', toPayload: (url: string) => Arguments): Promise<string> {
    const url = simulator.createResponseUrl();
    const payload = toPayload(url);
    const acknowledged = await simulator.sockets.deliver(kind, payload);
    if (wordsIn(acknowledged) !== '') {
      simulator.check(acknowledged);
      return privately(acknowledged as Arguments);
    }
    const own = () => simulator.responses.find(({ id }) => url.endsWith(`/${id}`));
    await simulator.waitUntil(() => own() !== undefined);
    return privately(own()?.body ?? {});
  }

  return {
    simulator,
    store,
    database: sqliteDatabase(file),
    log,
    now,
    forward: (milliseconds) => {
      ahead += milliseconds;
      bot.wake();
    },
    command: ({ id, name }, channel, text) =>
      ask('slash_commands', (url) => ({ ...commandPayload({ text, user: id, channel }, url), user_name: name })),
    press: ({ id: user, name }, { id: ts, channel, thread, buttons }, label, at = now()) => {
      const button = buttons.find((candidate) => candidate.label === label);
      if (button === undefined) throw new Error(`no button ${label} among ${JSON.stringify(buttons)}`);
      const inThread = thread === null ? {} : { thread };
      const pressed = (at / 1000).toFixed(6);
      const where = { channel, ts, ephemeral: false, ...inThread };
      return ask('interactive', (url) => pressPayload({ id: button.id, user, name, pressed, ...where }, url));
    },
    messages: (channel) => simulator.workspace.messages.filter((message) => message.channel === channel).map(toShown),
  };
}

/** What only the person sees who asked, and the addresses of its links. */
function privately(body: Arguments): string {
  expect(body['response_type']).toBe('ephemeral');
  const links = JSON.stringify(body['blocks'] ?? []).matchAll(/"url":"([^"]*)"/g);
  return [wordsOf(body), ...[...links].map(([, url]) => url)].join(' ');
}

/** A message as plain words in one line, as Slack takes them for notifications. */
function wordsOf(message: Arguments): string {
  return String(message['text']).replace(/\s+/g, ' ');
}

function toShown({ channel, ts, payload, edits }: SlackSimulator['workspace']['messages'][number]): Shown {
  type Element = { readonly value?: string; readonly text?: { readonly text: string } };
  const blocks = (payload['blocks'] ?? []) as readonly { type: string; elements?: readonly Element[] }[];
  const thread = payload['thread_ts'];
  return {
    id: ts,
    channel,
    thread: typeof thread === 'string' ? thread : null,
    words: wordsOf(payload),
    buttons: blocks
      .filter(({ type }) => type === 'actions')
      .flatMap(({ elements = [] }) => elements)
      .map(({ value = '', text }) => ({ id: value, label: text?.text ?? '' })),
    at: Math.round(Number(ts) * 1000),
    edits,
  };
}

/** Waits until something is so. */
export function until<Value>(look: () => Value | Promise<Value>): Promise<Value> {
  return vi.waitFor(look, { timeout: 6000, interval: 10 });
}

/** The newest message of a channel or its threads that has these words, once it is there. */
export async function sees(workspace: Workspace, channel: string, words: RegExp): Promise<Shown> {
  return until(() => {
    const found = workspace.messages(channel).findLast((message) => words.test(message.words));
    if (found === undefined)
      throw new Error(
        `no ${words} in\n${workspace
          .messages(channel)
          .map((each) => each.words)
          .join('\n')}`,
      );
    return found;
  });
}

/** The message again, as it is now. */
export function refreshed(workspace: Workspace, { channel, id }: Shown): Shown {
  const found = workspace.messages(channel).find((message) => message.id === id);
  if (found === undefined) throw new Error(`There is no message ${id}.`);
  return found;
}

/** Somebody opens a quiz; gives its lobby. */
export async function openQuiz(workspace: Workspace, channel: string, text: string, host = ada): Promise<Shown> {
  expect(await workspace.command(host, channel, text)).toContain('The quiz is open');
  return sees(workspace, channel, /starts a quiz/);
}

/** The question that is asked, once its time runs, and the letters that are right and wrong. */
export async function asked(workspace: Workspace, channel: string, no: number) {
  return until(async () => {
    const quiz = await workspace.store.transact((unit) => unit.quizzes.liveIn(`slack:T1:${channel}`));
    expect(quiz?.state.phase).toMatchObject({ kind: 'asking', question: { kind: 'posted' } });
    expect(quiz?.state.closed).toHaveLength(no);
    const message = workspace
      .messages(channel)
      .findLast(({ buttons }) => buttons.some(({ id }) => id.startsWith(`pick:${quiz?.id}:${no}:`)));
    if (message === undefined) throw new Error(`Question ${no} is not there.`);
    const place = quiz?.state.questions[no]?.correct ?? 0;
    return { message, right: 'ABCD'[place] ?? '', wrong: 'ABCD'[(place + 1) % 4] ?? '' };
  });
}

/** Lets a reveal's time pass once it stands there. */
export async function revealed(workspace: Workspace, message: Shown): Promise<Shown> {
  await until(() => expect(refreshed(workspace, message).words).toContain('the answer'));
  workspace.forward(5000);
  return refreshed(workspace, message);
}

/** All rows of the database that name a scope, by table; what is only known for a while to have come stays. */
export async function rowsOf(workspace: Workspace, scope: string): Promise<readonly string[]> {
  const tables = await workspace.database.read("select name from sqlite_master where type = 'table'");
  const found: string[] = [];
  for (const { name } of tables) {
    const rows = await workspace.database.read(`select * from "${String(name)}"`);
    found.push(...rows.map((row) => `${String(name)} ${JSON.stringify(row)}`).filter((row) => row.includes(scope)));
  }
  return found;
}

/** The letters that are right and wrong in the daily question that stands open in a channel. */
export async function dailyLetters({ store }: Workspace, channel: string) {
  const [post] = await store.transact((unit) => unit.daily.openPosts(`slack:T1:${channel}`));
  const options = bank.find(({ id }) => id === post?.question)?.items[post?.item ?? -1]?.options;
  const place = post?.order.findIndex((index) => options?.[index]?.correct === true) ?? -1;
  return { right: 'ABCD'[place] ?? '', wrong: 'ABCD'[(place + 1) % 4] ?? '' };
}
