import type { Client } from 'discord.js';
import { SimpleShardingStrategy } from 'discord.js';
import { settleWithin } from './deadline.ts';

/** The one of `@discordjs/ws`, whose name discord.js has given to a class of its own. */
type GatewayManager = ConstructorParameters<typeof SimpleShardingStrategy>[0];

/** Ends the connection of a client, for good and in bounded time. */
export type Disconnector = {
  /** To be given to the client as `ws.buildStrategy`; the strategy is the one that discord.js has of its own. */
  readonly buildStrategy: (manager: GatewayManager) => SimpleShardingStrategy;
  /** Disconnects, at the latest after so many ms. Never rejects. */
  readonly disconnect: (client: Client, milliseconds: number) => Promise<void>;
};

/**
 * `client.destroy()` alone is not enough. Called while a connection is being made (at the start, or during an outage),
 * discord.js takes the end of its own wait for a failure, connects anew for ever, and never resolves. Every connection
 * begins with a look at the session to resume; from the hanging up on that look gets no answer, so none is begun.
 */
export function createDisconnector(): Disconnector {
  let manager: GatewayManager | null = null;
  return {
    buildStrategy: (built) => {
      manager = built;
      return new SimpleShardingStrategy(built);
    },
    disconnect: async (client, milliseconds) => {
      if (manager !== null) Object.assign(manager.options, { retrieveSessionInfo: () => new Promise(() => {}) });
      await settleWithin(
        client.destroy().catch(() => {}),
        milliseconds,
      );
    },
  };
}
