import type { Client } from 'discord.js';
import { SimpleShardingStrategy } from 'discord.js';
import { settleWithin } from '../../../app/deadline.ts';
import type { GatewayManager } from './dispatches.ts';
import { keepOnlyNeeded } from './dispatches.ts';

/** Disconnects a client for good, in bounded time. */
export type Disconnector = {
  /** Pass it to the client as `ws.buildStrategy`; it is discord.js's own default strategy. */
  readonly buildStrategy: (manager: GatewayManager) => SimpleShardingStrategy;
  /** Disconnects, after at most this many ms. Never rejects. */
  readonly disconnect: (client: Client, milliseconds: number) => Promise<void>;
};

/**
 * `removed` gets the id of every server that the bot was removed from. `client.destroy()` alone is not enough. Called while a connection is being made (at the start, or during an outage),
 * discord.js mistakes the end of its own wait for a failure, reconnects for ever, and never resolves. Every connection
 * starts by retrieving the session to resume; once we disconnect, that never returns, so no new connection is made.
 */
export function createDisconnector(removed: (server: string) => void): Disconnector {
  let manager: GatewayManager | null = null;
  return {
    buildStrategy: (built) => {
      manager = built;
      keepOnlyNeeded(built, removed);
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
