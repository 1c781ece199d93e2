import './node-version.cjs';
import type { Adapter, Application, Log } from './app/ports.ts';
import { createAssistant } from './assistant.ts';
import { loadBank } from './bank/bank.ts';
import { exitOnFault } from './cli/exit.ts';
import type { Configuration } from './config.ts';
import { loadEnvironment, readConfiguration } from './config.ts';
import type { HttpServer, Listener } from './ops/http-server.ts';
import { startHttpServer } from './ops/http-server.ts';
import { createLog } from './ops/log.ts';

const connectHint =
  'To connect Slack or Discord, copy .env.example to .env and fill in the tokens; README.md shows how.';

await exitOnFault(async () => {
  const configuration = readConfiguration(loadEnvironment());
  const { application } = createAssistant(await loadBank(configuration.bankDirectory));
  if (configuration.slack === null && configuration.discord === null) {
    const { askAgainAndAgain } = await import('./cli/ask.ts');
    console.log(connectHint);
    await askAgainAndAgain(application);
    return;
  }
  await serve(configuration, application, createLog(configuration.logLevel));
});

/** Connects every configured platform; SIGTERM and SIGINT stop them after what they have acknowledged is done. */
async function serve(configuration: Configuration, application: Application, log: Log): Promise<void> {
  const { adapters, routes } = await createAdapters(configuration, application, log);
  let ready = false;
  let server: HttpServer | null = null;
  const stop = async () => {
    ready = false;
    await Promise.all([...adapters.map((adapter) => adapter.stop()), server?.close()]);
  };
  try {
    if (Object.keys(routes).length > 0) {
      const { host, port } = configuration;
      server = await startHttpServer({ host, port, routes, isReady: () => ready });
      log.info({ address: server.address }, 'http server started');
    }
    await Promise.all(adapters.map((adapter) => adapter.start()));
  } catch (error) {
    await stop();
    throw error;
  }
  ready = true;
  log.info({ adapters: adapters.map(({ name }) => name) }, 'ready');
  let stopping = false;
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.on(signal, () => {
      if (stopping) return;
      stopping = true;
      log.info({ signal }, 'stopping');
      void exitOnFault(stop).then(() => log.info({}, 'stopped'));
    });
  }
}

type Connections = { readonly adapters: readonly Adapter[]; readonly routes: Readonly<Record<string, Listener>> };

// Imported only where configured: each platform's library costs start time and memory.
async function createAdapters(
  { slack, discord }: Configuration,
  application: Application,
  log: Log,
): Promise<Connections> {
  const adapters: Adapter[] = [];
  const routes: Record<string, Listener> = {};
  if (slack !== null) {
    const { createSlackAdapter } = await import('./adapters/slack/slack-adapter.ts');
    const adapter = createSlackAdapter({ config: slack, application, log });
    adapters.push(adapter);
    if (adapter.requestListener !== null) routes['/slack/events'] = adapter.requestListener;
  }
  if (discord !== null) {
    const { createDiscordAdapter } = await import('./adapters/discord/discord-adapter.ts');
    adapters.push(createDiscordAdapter({ config: discord, application, log }));
  }
  return { adapters, routes };
}
