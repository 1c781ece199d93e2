// Before the platforms' libraries, as in the bot's own process: @slack/socket-mode would otherwise replace the HTTP
// client of all others by one that refuses discord.js's files (https://github.com/nodejs/undici/issues/5520).
import 'node:http';
import { expect } from 'vitest';
import { createSlackAdapter } from '../../src/adapters/slack/slack-adapter.ts';
import type { Bank } from '../../src/core/bank.ts';
import { wordsIn } from '../faults/words.ts';
import { directMessage } from '../simulators/slack/event-payloads.ts';
import type { Press } from '../simulators/slack/payloads.ts';
import { asIn, commandPayload, escapeGroups, pressPayload, submissionPayload } from '../simulators/slack/payloads.ts';
import type { SlackSimulator } from '../simulators/slack/simulator.ts';
import { startSlackSimulator } from '../simulators/slack/simulator.ts';
import type { Arguments, SimulatedMessage, Workspace } from '../simulators/slack/workspace.ts';
import { allScopes, directChannel, firstTeam } from '../simulators/slack/workspace.ts';
import type { Chat, Shown } from './chat.ts';
import { createPeople, findButton } from './chat.ts';
import type { RunningBot } from './running-bot.ts';
import { drawPicture, openRunningBot } from './running-bot.ts';

export type SlackChat = Chat & { readonly simulator: SlackSimulator; readonly workspace: Workspace } & Pick<
    RunningBot,
    'excuse'
  >;

/** Ids of another workspace than the first end with its own, as the simulator expects. */
const endOf = ({ team }: Pick<Workspace, 'team'>) => (team === firstTeam.team ? '' : team);

const createPersonIn =
  (workspace: Pick<Workspace, 'team'>): Chat['createPerson'] =>
  (no, name) => ({ id: `U${no}${endOf(workspace)}`, name });

/** The people of a workspace. */
export const peopleIn = (workspace: Pick<Workspace, 'team'>) => createPeople(createPersonIn(workspace));

/**
 * A workspace, by the real Bolt; `begin` is the time at which it begins, UTC ms, `fast` how many ms the bot's machine is ahead
 * of it, `scopes` what the bot is granted, and `beside` banks beside the one that we ship.
 */
export async function openSlackChat(
  begin = Date.now(),
  fast = 0,
  scopes: readonly string[] = allScopes,
  beside: readonly Bank[] = [],
): Promise<SlackChat> {
  const bot = await openRunningBot(begin - Date.now() + fast, beside);
  const simulator = await startSlackSimulator({ clock: () => bot.now() - fast });
  const { apiUrl, botToken, appToken, workspace } = simulator;
  workspace.scopes = [...scopes];
  const adapter = createSlackAdapter({
    config: { apiUrl, botToken, managers: [peopleIn(workspace).boss.id], mode: { kind: 'socket', appToken } },
    application: bot.application,
    log: bot.log,
    drawPicture,
    steady: bot.now,
  });
  await bot.connect(adapter, simulator);
  return createSlackChat(bot, simulator, workspace, fast);
}

/** What people of one workspace do and see there, once the bot is connected. `fast` as above. */
export function createSlackChat(bot: RunningBot, simulator: SlackSimulator, workspace: Workspace, fast = 0): SlackChat {
  const { lines, excuse, forward, settled, store, database, useBank } = bot;
  const now = () => bot.now() - fast;
  const createPerson = createPersonIn(workspace);
  const of = (payload: Arguments) => asIn(workspace, payload);

  /** The last answer that only one person got. */
  let heard: Arguments | null = null;

  async function ask(kind: 'slash_commands' | 'interactive', toPayload: (url: string) => Arguments): Promise<string> {
    const url = simulator.createResponseUrl();
    heard = null;
    const acknowledged = await simulator.sockets.deliver(kind, of(toPayload(url)));
    if (wordsIn(acknowledged) !== '') {
      simulator.check(acknowledged);
      heard = acknowledged as Arguments;
      return privately(acknowledged as Arguments);
    }
    // In somebody's own conversation with the bot an answer is a message.
    const before = workspace.messages.length;
    const own = () => simulator.responses.find(({ id }) => url.endsWith(`/${id}`));
    const posted = () => workspace.messages.slice(before).find(({ channel }) => channel.startsWith('D'));
    await simulator.waitUntil(() => own() !== undefined || posted() !== undefined);
    const message = posted();
    if (message !== undefined) return wordsOf(message.payload);
    heard = own()?.body ?? {};
    return privately(heard);
  }

  /** The same for a button; the private answer is kept, so that its own buttons can be pressed. */
  async function click(user: string, name: string, where: Omit<Press, 'user' | 'name'>): Promise<string> {
    const before = simulator.responses.length;
    const words = await ask('interactive', (url) => pressPayload({ user, name, ...where }, url));
    const body = simulator.responses.slice(before).at(-1)?.body;
    if (body !== undefined)
      latest.set(user, { where, shown: toShown({ channel: where.channel ?? '', ts: '', payload: body, edits: 0 }) });
    return words;
  }
  const latest = new Map<string, { readonly where: Omit<Press, 'user' | 'name' | 'id'>; readonly shown: Shown }>();

  return {
    ...peopleIn(workspace),
    createPerson,
    longestName: 80,
    channel: `C11${endOf(workspace)}`,
    elsewhere: `C12${endOf(workspace)}`,
    scope: `slack:${workspace.team}`,
    simulator,
    workspace,
    store,
    lines,
    excuse,
    useBank,
    database,
    now,
    forward,
    settled,
    command: async ({ id, name }, channel, text) => {
      const words = await ask('slash_commands', (url) => ({
        ...commandPayload({ text: escapeGroups(text), user: id, channel }, url),
        user_name: name,
      }));
      const where = { channel, ts: (now() / 1000).toFixed(5), ephemeral: true };
      if (heard !== null) latest.set(id, { where, shown: toShown({ channel, ts: '', payload: heard, edits: 0 }) });
      return words;
    },
    commandAlone: async ({ id: user }, text) => {
      const channel = directChannel(user);
      const inIt = () => workspace.messages.filter((message) => message.channel === channel);
      const before = inIt().length;
      await simulator.sockets.deliver('events_api', of(directMessage({ text, user, channel })));
      await simulator.waitUntil(() => inIt().length > before);
      const answer = inIt().at(-1);
      if (answer === undefined) throw new Error('no answer');
      const where = { channel, ts: answer.ts, ephemeral: false };
      latest.set(user, { where, shown: toShown(answer) });
      return wordsOf(answer.payload);
    },
    press: ({ id: user, name }, message, label, at = now()) => {
      const { id: ts, channel, thread } = message;
      const id = findButton(message, label);
      const pressed = (at / 1000).toFixed(6);
      const where = { channel, ts, ephemeral: false, ...(thread === null ? {} : { thread }) };
      return click(user, name, { id, pressed, ...where });
    },
    pressPrivately: ({ id: user, name }, label) => {
      const last = latest.get(user);
      if (last === undefined) throw new Error(`${name} has no private answer.`);
      const pressed = (now() / 1000).toFixed(6);
      const isDirect = last.where.channel === directChannel(user);
      const where = isDirect
        ? { ...last.where, pressed }
        : { ...last.where, ts: `${last.where.ts}0`, ephemeral: true, pressed };
      return click(user, name, { ...where, id: findButton(last.shown, label) });
    },
    share: async ({ id: user, name }, label) => {
      const last = latest.get(user);
      if (last === undefined) throw new Error(`${name} has no private answer.`);
      const url = simulator.createResponseUrl();
      const id = findButton(last.shown, label);
      const { channel = '' } = last.where;
      const pressed = (now() / 1000).toFixed(6);
      const press = { user, name, id, ...last.where, ts: `${last.where.ts}0`, ephemeral: true, pressed };
      await simulator.sockets.deliver('interactive', of(pressPayload(press, url)));
      const shown = () => simulator.responses.find(({ id: of }) => url.endsWith(`/${of}`));
      const pictures = () => workspace.files.filter((file) => file.channel === channel).length;
      await simulator.waitUntil(() => shown() !== undefined);
      expect(shown()?.body['response_type']).toBe('in_channel');
      return { words: wordsOf(shown()?.body ?? {}), pictures };
    },
    write: async ({ id: user, name }, label, filled) => {
      const last = latest.get(user);
      if (last === undefined) throw new Error(`${name} has no private answer.`);
      const url = simulator.createResponseUrl();
      const ephemeral = last.where.channel !== directChannel(user);
      const where = { ...last.where, ...(ephemeral ? { ts: `${last.where.ts}0` } : {}), ephemeral };
      const [opened, answered] = [workspace.views.length, simulator.responses.length];
      const press = { user, name, ...where, id: findButton(last.shown, label) };
      await simulator.sockets.deliver('interactive', of(pressPayload(press, url)));
      await simulator.waitUntil(() => workspace.views.length > opened);
      const view = { id: `V${workspace.views.length}`, ...workspace.views.at(-1) };
      await simulator.sockets.deliver('interactive', of(submissionPayload(view, filled, { user, name })));
      const body = (await simulator.waitForResponses(answered + 1)).at(-1)?.body ?? {};
      expect(body['replace_original']).toBe(true);
      latest.set(user, { where, shown: toShown({ channel: where.channel ?? '', ts: '', payload: body, edits: 0 }) });
      return wordsOf(body);
    },
    readDirect: ({ id: user, name }) => {
      const channel = directChannel(user);
      const message = workspace.messages.findLast((each) => each.channel === channel);
      if (message === undefined) throw new Error(`The bot has not written to ${name}.`);
      latest.set(user, { where: { channel, ts: message.ts, ephemeral: false }, shown: toShown(message) });
      return wordsOf(message.payload);
    },
    closeDirect: ({ id }) => void workspace.channels.set(directChannel(id), 'missing'),
    messages: (channel) => workspace.messages.filter((message) => message.channel === channel).map(toShown),
    direct: ({ id }) =>
      workspace.messages.filter(({ channel }) => channel === directChannel(id)).map(({ payload }) => wordsOf(payload)),
    deleteMessage: ({ channel, id }) => workspace.remove(channel, id),
    deleteThread: ({ channel, id }) => {
      const inIt = workspace.messages.filter((each) => each.channel === channel && each.payload['thread_ts'] === id);
      for (const ts of [id, ...inIt.map((each) => each.ts)]) workspace.remove(channel, ts);
    },
    cutOff: () => {
      simulator.setWeather((method) =>
        method === 'apps.connections.open' ? { kind: 'refused', error: 'internal_error' } : null,
      );
      simulator.sockets.cut();
    },
    letIn: () => simulator.setWeather(() => null),
    deleteChannel: ({ channel }) => void workspace.channels.set(channel, 'missing'),
    named: ({ name }) => name,
    linkTo: ({ channel, id }) => `https://simulated.slack.com/archives/${channel}/p${id.replace('.', '')}`,
    threadLinkTo: ({ channel, id }) =>
      `https://simulated.slack.com/archives/${channel}/p${id.replace('.', '')}?thread_ts=${id}&cid=${channel}`,
    deadlineOf: ({ channel, id }) => {
      const message = workspace.messages.find((each) => each.channel === channel && each.ts === id);
      const [, seconds] = /"type":"date","timestamp":(\d+)/.exec(JSON.stringify(message?.payload)) ?? [];
      return seconds === undefined ? null : Number(seconds) * 1000;
    },
    calledBy: ({ channel, id }) => {
      const message = workspace.messages.find((each) => each.channel === channel && each.ts === id);
      return calledIn(message?.payload);
    },
    group: { typed: '@pytorch-learners', id: 'S0LEARN' },
    picturesOf: ({ channel, thread }) =>
      workspace.files.filter((file) => file.channel === channel && file.thread === thread).length,
    filesOf: async ({ id }) =>
      workspace.files
        .filter(({ channel, alt }) => channel === directChannel(id) && alt === '')
        .map(({ title, bytes }) => ({ name: title, text: new TextDecoder().decode(bytes) })),
  };
}

/** What only the person sees who asked, and the addresses of its links. */
function privately(body: Arguments): string {
  expect(body['response_type']).toBe('ephemeral');
  const links = JSON.stringify(body['blocks'] ?? []).matchAll(/"url":"([^"]*)"/g);
  return [wordsOf(body), ...[...links].map(([, url]) => url)].join(' ');
}

/** Every mention that notifies somebody: in markup, or as an element of rich text. */
function calledIn(payload: unknown): readonly string[] {
  const text = JSON.stringify(payload ?? {});
  const marked = text.matchAll(/<!(?:subteam\^)?([\w]+)(?:\|[^>]*)?>|<@(\w+)>/g);
  const elements = text.matchAll(/"(?:usergroup_id|user_id)":"(\w+)"/g);
  return [
    ...new Set([
      ...[...marked].map(([, group, user]) => group ?? user ?? ''),
      ...[...elements].map(([, id]) => id ?? ''),
    ]),
  ];
}

/** A message as plain words in one line, as Slack takes them for notifications. */
function wordsOf(message: Arguments): string {
  return String(message['text']).replace(/\s+/g, ' ');
}

function toShown({ channel, ts, payload }: SimulatedMessage): Shown {
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
  };
}
