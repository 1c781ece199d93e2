import { setTimeout as pause } from 'node:timers/promises';
import { nonceOf } from '../../src/adapters/discord/outbound/nonce.ts';
import type { Scene } from '../simulators/discord/fixtures.ts';
import { botToken, defaultScene } from '../simulators/discord/fixtures.ts';
import type { Interaction, Message } from '../simulators/discord/interactions.ts';
import type { DiscordSimulator } from '../simulators/discord/simulator.ts';
import { startDiscordSimulator } from '../simulators/discord/simulator.ts';
import type { Asked, Site, SiteMessage } from './site.ts';
import { wordsIn } from './words.ts';

export type DiscordSite = Site & { readonly simulator: DiscordSimulator };

const manager = { permissions: '32' };
const epoch = 1_420_070_400_000n;

/** A server. Every event goes to all bots that are connected. */
export async function openDiscordSite(): Promise<DiscordSite> {
  const simulator = await startDiscordSimulator();
  const known = new Set<string>();

  function ask(begin: () => Interaction): Asked {
    const at = Date.now();
    const { sessions } = simulator.gateway;
    // Nobody resumes the session of a process that was killed.
    for (const [id, { socket }] of sessions) if (socket === null) sessions.delete(id);
    // Commands that are not registered yet cannot be typed.
    if (simulator.commands.size === 0) return { at, words: () => null };
    const interaction = begin();
    const repeated = [...sessions.values()][0]?.sent.at(-1)?.['d'];
    if (site.repeatAfter !== null && repeated !== undefined) {
      void pause(site.repeatAfter()).then(() => simulator.gateway.dispatch('INTERACTION_CREATE', repeated));
    }
    return { at, words: () => wordsOf(interaction) };
  }

  const scene = (user: string, channel: string): Partial<Scene> => ({ ...manager, user, channel, name: user });

  const site: DiscordSite = {
    simulator,
    platform: 'discord',
    repeatAfter: null,
    startQuiz: (user, channel, count, seconds) => {
      known.add(channel);
      return ask(() => simulator.use('quiz', 'start', { count, seconds }, scene(user, channel)));
    },
    dailyOn: (user, channel, time) => {
      known.add(channel);
      return ask(() => simulator.use('daily', 'on', { time, zone: 'UTC' }, scene(user, channel)));
    },
    press: (user, { id, channel, thread }, button) => {
      const where = thread ?? channel;
      const message = simulator.channels.get(where).messages.find((candidate) => candidate.id === id) ?? null;
      const inThread = thread === null ? {} : { parent: channel };
      return ask(() => simulator.press(button, message, { ...scene(user, where), ...inThread }));
    },
    messages: (channel) => {
      const roots = simulator.channels.get(channel).messages;
      const inThreads = roots.flatMap(({ id }) => simulator.channels.find(id)?.messages.map(toSite(channel, id)) ?? []);
      return [...roots.map(toSite(channel, null)), ...inThreads.filter(({ mark }) => mark !== 'thread')];
    },
    channels: () => [...known],
    mark: nonceOf,
    channelKey: (channel) => `discord:${defaultScene.guild}:${channel}`,
    userKey: (user) => `discord:${defaultScene.guild}:${user}`,
    variables: { DISCORD_TOKEN: botToken, DISCORD_API_URL: simulator.apiUrl },
    secrets: () => [botToken, 'token-'],
    stop: simulator.stop,
  };
  return site;
}

function wordsOf(interaction: Interaction | null): string | null {
  const messages = [interaction?.original, ...(interaction?.followUps ?? [])];
  const words = messages.map((message) => wordsIn(message?.body['embeds'] ?? '')).join(' ');
  return words.trim() === '' ? null : words;
}

function toSite(channel: string, thread: string | null) {
  return ({ id, body }: Message): SiteMessage => {
    const rows = (body['components'] ?? []) as readonly { components?: readonly { custom_id?: string }[] }[];
    return {
      id,
      channel,
      thread,
      mark: body['type'] === 21 ? 'thread' : String(body['nonce'] ?? ''),
      buttons: rows.flatMap(({ components = [] }) => components.map(({ custom_id: button = '' }) => button)),
      at: Number((BigInt(id) >> 22n) + epoch),
    };
  };
}
