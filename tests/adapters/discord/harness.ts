import { createDiscordAdapter } from '../../../src/adapters/discord/discord-adapter.ts';
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

/** An application that answers everything in one way. */
export function answering(
  respond: Application['respond'] | Outcome,
  complete: Application['complete'] = () => [],
): Application {
  return { respond: typeof respond === 'function' ? respond : () => respond, complete };
}

export type Bot = { readonly adapter: Adapter; readonly lines: Line[] };

/** The adapter as it runs, connected to the simulator. */
export async function startBot(discord: DiscordSimulator, application: Application, guildId?: string): Promise<Bot> {
  const { log, lines } = createLineLog();
  const config = { token: botToken, apiUrl: discord.apiUrl, ...(guildId === undefined ? {} : { guildId }) };
  const adapter = createDiscordAdapter({ config, application, log });
  await adapter.start();
  return { adapter, lines };
}
