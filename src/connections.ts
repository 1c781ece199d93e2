import type { Connection } from './app/connection.ts';
import type { Messenger } from './app/delivery/messenger.ts';
import type { Adapter, Application, Log } from './app/ports.ts';
import type { Store } from './app/store/store.ts';
import type { Configuration } from './config.ts';
import type { Listener } from './ops/http-server.ts';
import type { Metrics } from './ops/metrics.ts';
import { createPainter } from './pictures/painter.ts';

/** The configured platforms, and what they need from the HTTP server. */
export type Connections = {
  readonly adapters: readonly Adapter[];
  readonly routes: Readonly<Record<string, Listener>>;
};

/** Draws podiums and boards; nothing is loaded before the first picture. */
export const drawPicture = createPainter();

/** Imported only if configured: each platform's library costs start-up time and memory. `steady`: the bot's clock. */
export async function connect(
  { slack, discord }: Configuration,
  application: Application,
  log: Log,
  { steady, store }: { readonly steady: () => number; readonly store: Store },
): Promise<Connections> {
  const adapters: Adapter[] = [];
  const routes: Record<string, Listener> = {};
  if (slack !== null) {
    const { createSlackAdapter } = await import('./adapters/slack/slack-adapter.ts');
    const adapter = createSlackAdapter({ config: slack, application, log, drawPicture, steady, store });
    adapters.push(adapter);
    if (adapter.requestListener !== null) routes['/slack/events'] = adapter.requestListener;
    Object.assign(routes, adapter.installRoutes);
  }
  if (discord !== null) {
    await import('./adapters/discord/connection/form-data.ts');
    const { createDiscordAdapter } = await import('./adapters/discord/discord-adapter.ts');
    adapters.push(createDiscordAdapter({ config: discord, application, log, drawPicture, steady }));
  }
  return { adapters, routes };
}

/** Everything that can send messages, by platform and with metrics. */
export function messengersOf(adapters: readonly Adapter[], metrics: Metrics): ReadonlyMap<string, Messenger> {
  return new Map(
    adapters.flatMap(({ name, messenger }) =>
      messenger === null ? [] : [[name, metrics.ofMessenger(name, messenger)] as const],
    ),
  );
}

/** How each platform is connected, where that can be lost. */
export function connectionsOf(adapters: readonly Adapter[]): ReadonlyMap<string, Connection> {
  return new Map(
    adapters.flatMap(({ name, connection }) => (connection === undefined ? [] : [[name, connection] as const])),
  );
}
