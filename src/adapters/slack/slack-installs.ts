import type { Logger } from '@slack/bolt';
import type { ConnectionReports } from '../../app/connection.ts';
import type { Log } from '../../app/ports.ts';
import type { Store } from '../../app/store/store.ts';
import type { Listener } from '../../ops/http-server.ts';
import { createSeal } from '../../ops/seal.ts';
import type { Directory } from './connection/directory.ts';
import { createDirectory } from './connection/directory.ts';
import { createExchange } from './connection/exchange.ts';
import type { Installations } from './connection/installations.ts';
import { createInstallations } from './connection/installations.ts';
import { ownTrouble } from './connection/own-trouble.ts';
import { createCallMethod } from './connection/web-call.ts';
import { createInstallRoutes } from './setup/install-routes.ts';
import type { InstallsConfig } from './slack-config.ts';
import type { Shared, Tenant } from './slack-tenant.ts';
import { createTenant } from './slack-tenant.ts';

/** How often (ms) it is looked for tokens that expire soon, and for claims that a dead process has left. */
const lookAgain = 5000;

/** Slack is asked so often (ms) whether it takes a token again that it has refused; else its calls tell. */
const pauses = { taken: null, refused: 60_000 };

/** The workspaces and organisations that have installed the app by themselves. */
export type Installs = {
  readonly installations: Installations;
  readonly directory: Directory<Tenant>;
  /** The pages by which the app is installed, by their paths. */
  readonly routes: Readonly<Record<string, Listener>>;
  /** Reads all of them, and renews their tokens from now on. Resolves to how many there are; rejects as the store does. */
  readonly start: () => Promise<number>;
  readonly stop: () => void;
};

type Options = {
  readonly config: InstallsConfig;
  readonly apiUrl: string | undefined;
  readonly transact: Store['transact'];
  readonly shared: Shared;
  readonly reports: ConnectionReports;
  readonly logger: Logger;
  readonly log: Log;
};

export function createInstalls({ config, apiUrl, transact, shared, reports, logger, log }: Options): Installs {
  const { steady: now, application } = shared;
  const { subject, welcome } = application;
  const callWith = (token: string | undefined) => createCallMethod({ token, apiUrl, logger, steady: now });
  const installations = createInstallations({
    transact,
    seal: createSeal(config.keys),
    now,
    slackNow: shared.clock.now,
    log,
  });
  let timer: NodeJS.Timeout | undefined;
  const directory = createDirectory<Tenant>({
    installations,
    exchange: createExchange({ config, call: callWith(undefined), now }),
    callWith,
    hold: ({ scope, identity, call }) => {
      const refused = (code: string | null) => reports.refusedIn(scope, code === null ? null : ownTrouble(code, true));
      return createTenant(shared, { identity, call, refused, pauses });
    },
    drop: (tenant) => tenant.stop(),
    refused: reports.refusedIn,
    now,
    log,
  });
  return {
    installations,
    directory,
    routes: createInstallRoutes({ config, apiUrl, installations, directory, subject, welcome, now, logger, log }),
    start: async () => {
      const count = await directory.load();
      const look = () => void directory.renewAll();
      look();
      timer = setInterval(look, lookAgain).unref();
      return count;
    },
    stop: () => {
      clearInterval(timer);
      directory.stop();
    },
  };
}
