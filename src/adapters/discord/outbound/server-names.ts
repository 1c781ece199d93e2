import type { APIGuild, REST } from 'discord.js';
import { Routes } from 'discord.js';
import { setBounded } from '../../../core/bounded-map.ts';
import { idOf } from '../connection/snowflake.ts';

/** How long a name is kept, in ms: servers are seldom renamed. */
const kept = 3_600_000;

const mostKept = 1000;

type Options = {
  readonly rest: REST;
  /** A clock in ms. */
  readonly now: () => number;
};

/**
 * The name of a server by its key, null where there is none or the bot is no member; never rejects. Interactions name no
 * server, and without the intent for servers Discord sends none, so each is asked for when its name is to be shown
 * (https://discord.com/developers/docs/resources/guild#get-guild).
 */
export function createServerNames({ rest, now }: Options): (scope: string) => Promise<string | null> {
  const known = new Map<string, { readonly name: string; readonly until: number }>();
  return async (scope) => {
    const server = idOf(scope);
    if (server === null) return null;
    const earlier = known.get(server);
    if (earlier !== undefined && earlier.until > now()) return earlier.name;
    try {
      const { name } = (await rest.get(Routes.guild(server))) as APIGuild;
      setBounded(known, server, { name, until: now() + kept }, mostKept);
      return name;
    } catch {
      // A member that is over the rate limit is better served with an old name than with none.
      return earlier?.name ?? null;
    }
  };
}
