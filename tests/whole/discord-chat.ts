import { expect } from 'vitest';
import { createDiscordAdapter } from '../../src/adapters/discord/discord-adapter.ts';
import type { Bank } from '../../src/core/bank.ts';
import { patience } from '../patience.ts';
import type { Scene } from '../simulators/discord/fixtures.ts';
import { botToken, defaultScene } from '../simulators/discord/fixtures.ts';
import type { Interaction, Message } from '../simulators/discord/interactions.ts';
import { isEphemeral, isLoading } from '../simulators/discord/interactions.ts';
import type { DiscordSimulator } from '../simulators/discord/simulator.ts';
import { startDiscordSimulator } from '../simulators/discord/simulator.ts';
import { until } from '../until.ts';
import type { Chat, Person, Shown } from './chat.ts';
import { createPeople, findButton } from './chat.ts';
import { toUsed } from './discord-command.ts';
import { drawPicture, openRunningBot } from './running-bot.ts';

export type DiscordChat = Chat & {
  readonly simulator: DiscordSimulator;
  /** Every private answer so far. */
  readonly answers: readonly Message[];
};

/** Manage Server, as Discord writes permissions. */
const manageServer = '32';

/** A role of the server. */
const learners = '700000000000000777';

const epoch = 1_420_070_400_000n;

const createPerson: Chat['createPerson'] = (no, name) => ({ id: `100000000000000${100 + no}`, name });
const people = createPeople(createPerson);

/**
 * A server, by the real discord.js; `begin` is the time at which it begins, UTC ms, and `fast` how many ms the bot's machine
 * is ahead of it, and `beside` banks beside the one that we ship.
 */
export async function openDiscordChat(
  begin = Date.now(),
  fast = 0,
  beside: readonly Bank[] = [],
): Promise<DiscordChat> {
  const ahead = begin - Date.now();
  const { application, log, lines, connect, forward, settled, store, database, useBank, ...bot } = await openRunningBot(
    ahead + fast,
    beside,
  );
  const now = () => bot.now() - fast;
  const simulator = await startDiscordSimulator();
  simulator.advance(ahead);
  simulator.mentionable.add(learners);
  const adapter = createDiscordAdapter({
    config: { token: botToken, apiUrl: simulator.apiUrl },
    application,
    log,
    drawPicture,
    steady: bot.now,
    limits: { start: patience, stop: 1000, secondLook: 100 },
  });
  await connect(adapter, simulator);

  const answers: Message[] = [];
  /** Waits for the answer itself, beyond its promise. */
  async function answered(interaction: Interaction, before?: Message['body']): Promise<string> {
    const answer = await until(() => {
      const { original } = interaction;
      const isOld = original?.body['embeds'] === undefined || original.body === before;
      if (original === null || isLoading(original) || isOld) throw new Error('no answer');
      return original;
    });
    // Alone with the bot there is nobody to hide it from.
    expect(isEphemeral(answer) || interaction.scene.guild === null).toBe(true);
    answers.push(answer);
    latest.set(interaction.scene.user, { answer, scene: interaction.scene });
    return wordsOf(answer.body);
  }

  const latest = new Map<string, { readonly answer: Message; readonly scene: Scene }>();

  const scene = ({ id, name }: Person, channel: string): Partial<Scene> => ({
    channel,
    user: id,
    name,
    permissions: id === people.boss.id ? manageServer : '0',
  });
  const find = ({ id, channel, thread }: Shown) =>
    simulator.channels.get(thread ?? channel).messages.find((candidate) => candidate.id === id) ?? null;

  return {
    ...people,
    createPerson,
    longestName: 32,
    channel: '800000000000000111',
    elsewhere: '800000000000000112',
    scope: `discord:${defaultScene.guild}`,
    simulator,
    lines,
    answers,
    store,
    useBank,
    database,
    now,
    forward: (milliseconds) => {
      simulator.advance(milliseconds);
      forward(milliseconds);
    },
    settled,
    command: (who, channel, text) => answered(simulator.use(...toUsed(text), scene(who, channel))),
    commandAlone: (who, text) => {
      const alone = { guild: null, channel: '800000000000000199' };
      return answered(simulator.use(...toUsed(text), { ...scene(who, ''), ...alone }));
    },
    press: (who, message, label, at) => {
      const { channel, thread } = message;
      const there = thread === null ? scene(who, channel) : { ...scene(who, thread), parent: channel };
      const button = findButton(message, label);
      return answered(simulator.press(button, find(message), there, at));
    },
    pressPrivately: ({ id, name }, label) => {
      const last = latest.get(id);
      if (last === undefined) throw new Error(`${name} has no private answer.`);
      const { answer } = last;
      const button = findButton(toShown('', null)(answer), label);
      const before = answer.body;
      return answered(simulator.press(button, answer, last.scene), before);
    },
    share: async ({ id, name }, label) => {
      const last = latest.get(id);
      if (last === undefined) throw new Error(`${name} has no private answer.`);
      const interaction = simulator.press(findButton(toShown('', null)(last.answer), label), last.answer, last.scene);
      const shown = await until(() => {
        const [first] = interaction.followUps;
        if (first === undefined) throw new Error('nothing was shown');
        return first;
      });
      expect(isEphemeral(shown)).toBe(false);
      return { words: wordsOf(shown.body), pictures: () => shown.files?.length ?? 0 };
    },
    write: async ({ id, name }, label, filled) => {
      const last = latest.get(id);
      if (last === undefined) throw new Error(`${name} has no private answer.`);
      const { answer, scene: there } = last;
      const before = answer.body;
      const pressed = simulator.press(findButton(toShown('', null)(answer), label), answer, there);
      await until(() => expect(pressed.modal).not.toBeNull());
      return answered(simulator.submit(pressed, filled), before);
    },
    readDirect: (who) => {
      const { id: channel, messages } = simulator.channels.directWith(who.id);
      const answer = messages.at(-1);
      if (answer === undefined) throw new Error(`The bot has not written to ${who.name}.`);
      latest.set(who.id, { answer, scene: { ...defaultScene, ...scene(who, channel), guild: null } });
      return wordsOf(answer.body);
    },
    closeDirect: ({ id }) => simulator.channels.close(id),
    messages: (channel) => {
      const roots = simulator.channels.get(channel).messages;
      const inThreads = roots.flatMap(({ id }) => {
        const thread = simulator.channels.find(id);
        return (thread?.messages ?? []).filter(({ body }) => body['type'] !== 21).map(toShown(channel, id));
      });
      return [...roots.map(toShown(channel, null)), ...inThreads].toSorted((one, other) => one.at - other.at);
    },
    direct: ({ id }) => simulator.channels.directWith(id).messages.map(({ body }) => wordsOf(body)),
    deleteMessage: (message) => {
      const found = find(message);
      if (found !== null) found.deleted = true;
    },
    deleteThread: (root) => {
      simulator.channels.remove(root.id);
      const found = find(root);
      if (found !== null) found.deleted = true;
    },
    deleteChannel: ({ id, channel }) => {
      simulator.channels.remove(id);
      simulator.channels.remove(channel);
    },
    cutOff: () => {
      simulator.gateway.mute = true;
      simulator.gateway.drop();
    },
    letIn: () => {
      simulator.gateway.mute = false;
      simulator.gateway.drop();
    },
    named: ({ id }) => `<@${id}>`,
    linkTo: ({ channel, id }) => `https://discord.com/channels/${defaultScene.guild}/${channel}/${id}`,
    threadLinkTo: ({ id }) => `https://discord.com/channels/${defaultScene.guild}/${id}`,
    deadlineOf: (message) => {
      const [, seconds] = /<t:(\d+):R>/.exec(JSON.stringify(find(message)?.body)) ?? [];
      return seconds === undefined ? null : Number(seconds) * 1000;
    },
    calledBy: (message) => {
      const allowed = find(message)?.body['allowed_mentions'] as { readonly roles?: readonly string[] } | undefined;
      const content = String(find(message)?.body['content'] ?? '');
      return (allowed?.roles ?? []).filter((role) => content.includes(`<@&${role}>`));
    },
    group: { typed: `@${learners}`, id: learners },
    picturesOf: (message) => find(message)?.files?.length ?? 0,
    filesOf: ({ id }) => {
      const given = answers.filter((answer) =>
        [...latest].some(([who, { answer: own }]) => who === id && own === answer),
      );
      return Promise.all(
        given.flatMap(({ files = [] }) => files.map(async (file) => ({ name: file.name, text: await file.text() }))),
      );
    },
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

function toShown(channel: string, thread: string | null) {
  return ({ id, body }: Message): Shown => {
    const rows = (body['components'] ?? []) as readonly {
      readonly components?: readonly { readonly custom_id?: string; readonly label?: string }[];
    }[];
    const buttons = rows.flatMap(({ components = [] }) => components);
    return {
      id,
      channel,
      thread,
      words: wordsOf(body),
      buttons: buttons.map(({ custom_id: button = '', label = '' }) => ({ id: button, label })),
      at: Number((BigInt(id) >> 22n) + epoch),
    };
  };
}
