import type { Shards } from './connection/shards.ts';

/** How to reach Discord. */
export type DiscordConfig = {
  /** Bot token of the application. */
  readonly token: string;
  /** Address of the API; Discord's own by default. */
  readonly apiUrl?: string;
  /** Registers commands in this server only, where they appear at once; everywhere by default. */
  readonly guildId?: string;
  /** The shards that this process serves; all by default. */
  readonly shards?: Shards;
};
