import type { Shards } from './connection/shards.ts';

/** How to reach Discord. */
export type DiscordConfig = {
  /** Bot token of the application. */
  readonly token: string;
  /** Address of the API; Discord's own when left out. */
  readonly apiUrl?: string;
  /** Commands are registered in this one server, where they appear at once; everywhere when left out. */
  readonly guildId?: string;
  /** The part of all servers that this process serves; all of them when left out. */
  readonly shards?: Shards;
};
