import { afterAll, afterEach, beforeAll, beforeEach, expect } from 'vitest';
import type { DrawPicture } from '../../../src/adapters/discord/cards/messages.ts';
import type { Shards } from '../../../src/adapters/discord/connection/shards.ts';
import { createDiscordAdapter } from '../../../src/adapters/discord/discord-adapter.ts';
import type { Messenger } from '../../../src/app/delivery/messenger.ts';
import type { Adapter, Application, Inbound, Log, Outcome, Reply } from '../../../src/app/ports.ts';
import type { Card } from '../../../src/core/card.ts';
import { paragraph } from '../../../src/core/card.ts';
import { shipped } from '../../search/bank.ts';
import { botToken } from '../../simulators/discord/fixtures.ts';
import type { DiscordSimulator } from '../../simulators/discord/simulator.ts';
import { startDiscordSimulator } from '../../simulators/discord/simulator.ts';

export type Line = {
  readonly level: string;
  readonly fields: Readonly<Record<string, unknown>>;
  readonly message: string;
};

/** A log that can be looked at. */
export function createLineLog(): { readonly log: Log; readonly lines: Line[] } {
  const lines: Line[] = [];
  const write = (level: string) => (fields: Readonly<Record<string, unknown>>, message: string) => {
    lines.push({ level, fields, message });
  };
  return { log: { debug: write('debug'), info: write('info'), warn: write('warn'), error: write('error') }, lines };
}

export function card(title: string, text = 'Some words.'): Card {
  return { title, body: [paragraph(text)] };
}

export function reply(title: string, more: Partial<Reply> = {}): Reply {
  return { audience: 'asker', place: 'new', card: card(title), ...more };
}

/** An outcome that takes a moment. */
export function later(title: string, more: Partial<Omit<Reply, 'card'>> = {}): Outcome {
  return { kind: 'later', audience: 'asker', place: 'new', act: async () => card(title), ...more };
}

/** An application that answers everything in one way. */
export function answering(
  respond: Application['respond'] | Outcome,
  complete: Application['complete'] = () => [],
): Application {
  return {
    subject: () => shipped.subject,
    respond: typeof respond === 'function' ? respond : () => respond,
    complete,
    answers: () => false,
    related: () => [],
    own: async () => null,
    preview: async () => null,
    inForce: async () => null,
    welcome: async () => {},
    banks: () => ['pytorch'],
    completeTimeZone: (typed, limit) => [`Europe/${typed}`].slice(0, limit),
    home: () => card('Home'),
    forgetScope: async () => {},
  };
}

export type Bot = { readonly adapter: Adapter; readonly lines: Line[] };

/** What a test may set of the adapter beside the application. */
export type Setting = {
  readonly guildId?: string;
  readonly shards?: Shards;
  readonly drawPicture?: DrawPicture;
  readonly limits?: { readonly start: number; readonly stop: number; readonly secondLook: number };
};

/** The adapter as it runs, connected to the simulator. */
export async function startBot(
  discord: DiscordSimulator,
  application: Application,
  setting: Setting = {},
): Promise<Bot> {
  const bot = createBot(discord, application, setting);
  await bot.adapter.start();
  return bot;
}

/** The same, not yet started. */
export function createBot(discord: DiscordSimulator, application: Application, setting: Setting = {}): Bot {
  const { log, lines } = createLineLog();
  const { guildId, shards, ...options } = setting;
  const place = { ...(guildId === undefined ? {} : { guildId }), ...(shards === undefined ? {} : { shards }) };
  const config = { token: botToken, apiUrl: discord.apiUrl, ...place };
  return { adapter: createDiscordAdapter({ config, application, log, ...options }), lines };
}

/** The messenger of a bot. */
export function messengerOf({ adapter }: Bot): Messenger {
  if (adapter.messenger === null) throw new Error('no messenger');
  return adapter.messenger;
}

/** The body of a message whose card has this title. */
export const answered = (title: string) => expect.objectContaining({ embeds: [expect.objectContaining({ title })] });

/** An application that notes what reaches it. */
export function listening(respond: Application['respond']): {
  readonly heard: Inbound[];
  readonly application: Application;
} {
  const heard: Inbound[] = [];
  const application = answering((inbound) => {
    heard.push(inbound);
    return respond(inbound);
  });
  return { heard, application };
}

/** A simulator for each test of a file, told to it beforehand, and a way to start bots there, which are stopped afterwards. */
export function useDiscord(tell: (discord: DiscordSimulator) => void) {
  const bots: Bot[] = [];
  let discord: DiscordSimulator;
  beforeEach(async () => {
    discord = await startDiscordSimulator();
    tell(discord);
  });
  afterEach(async () => {
    await Promise.all(bots.splice(0).map(({ adapter }) => adapter.stop()));
    await discord.stop();
  });
  return {
    bots: bots as readonly Bot[],
    start: async (application: Application, setting: Setting = {}): Promise<Bot> => {
      const bot = await startBot(discord, application, setting);
      bots.push(bot);
      return bot;
    },
  };
}

/** One simulator with one bot for all tests of a file, told to it beforehand. */
export function useOneBot(application: Application, tell: (discord: DiscordSimulator) => void): void {
  let discord: DiscordSimulator;
  let bot: Bot;
  beforeAll(async () => {
    discord = await startDiscordSimulator();
    bot = await startBot(discord, application);
    tell(discord);
  });
  afterAll(async () => {
    await bot.adapter.stop();
    await discord.stop();
  });
}

/** The same with a bot that understands whatever it is told; gives what it has heard in the present test. */
export function useListeningBot(tell: (discord: DiscordSimulator) => void): Inbound[] {
  const { heard, application } = listening(() => ({ kind: 'now', reply: reply('Understood') }));
  useOneBot(application, tell);
  afterEach(() => {
    heard.length = 0;
  });
  return heard;
}
