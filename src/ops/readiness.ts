import type { Connection } from '../app/connection.ts';
import type { Adapter } from '../app/ports.ts';
import type { Readiness } from './http-server.ts';

type Options = {
  /** False until the start is done, and while the process stops. */
  readonly isRunning: () => boolean;
  /** True if the database answers. */
  readonly isStoreReady: () => Promise<boolean>;
  readonly adapters: readonly Pick<Adapter, 'name' | 'connection'>[];
};

/** Ready while the bot runs, the database answers and every platform is connected; says of each how it is, and since when. */
export async function readinessOf({ isRunning, isStoreReady, adapters }: Options): Promise<Readiness> {
  const running = isRunning();
  const answers = await isStoreReady();
  const platforms = adapters.flatMap(({ name, connection }) =>
    connection === undefined ? [] : [{ name, connected: connection.state().connected, told: told(connection) }],
  );
  return {
    ready: running && answers && platforms.every(({ connected }) => connected),
    state: {
      running,
      database: answers ? 'answers' : 'does not answer, or has no space left',
      platforms: Object.fromEntries(platforms.map(({ name, told: state }) => [name, state])),
    },
  };
}

function told(connection: Connection): object {
  const { connected, since, trouble, refusedScopes } = connection.state();
  // Which they are the log says: others may read this.
  const refused = refusedScopes === 0 ? {} : { refusedWorkspaces: refusedScopes };
  return { connected, since: new Date(since).toISOString(), ...trouble, ...refused };
}
