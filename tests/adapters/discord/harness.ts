import type { DrawPicture } from '../../../src/adapters/discord/cards/messages.ts';
import type { Shards } from '../../../src/adapters/discord/connection/shards.ts';
import { createDiscordAdapter } from '../../../src/adapters/discord/discord-adapter.ts';
import type { Messenger } from '../../../src/app/delivery/messenger.ts';
import type { Adapter, Application, Log, Outcome, Reply } from '../../../src/app/ports.ts';
import type { Card } from '../../../src/core/card.ts';
import { paragraph } from '../../../src/core/card.ts';
import { botToken } from '../../simulators/discord/fixtures.ts';
import type { DiscordSimulator } from '../../simulators/discord/simulator.ts';

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
    respond: typeof respond === 'function' ? respond : () => respond,
    complete,
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
