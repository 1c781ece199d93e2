import { GatewayCloseCodes } from 'discord.js';
import { Fault } from '../../../core/fault.ts';
import { portal, tokenFault } from './start-fault.ts';

type Closing = { readonly what: string; readonly cure: string };

const update = 'Update the bot; Discord does not serve this version any more.';

/** Close codes after which nothing but a person helps; https://discord.com/developers/docs/topics/opcodes-and-status-codes#gateway-gateway-close-event-codes */
const closings: Readonly<Record<number, Closing>> = {
  [GatewayCloseCodes.InvalidShard]: {
    what: 'there is no such shard',
    cure: 'Correct DISCORD_SHARDS: numbers from 0, a slash, and the same total in all processes, as in 0,1/4.',
  },
  [GatewayCloseCodes.ShardingRequired]: {
    what: 'the bot is in too many servers for one shard',
    cure: 'Part them with DISCORD_SHARDS; docs/discord.md says how (Several processes).',
  },
  [GatewayCloseCodes.InvalidAPIVersion]: { what: 'its API has a newer version', cure: update },
  [GatewayCloseCodes.InvalidIntents]: { what: 'it does not know what the bot wants to hear of', cure: update },
  [GatewayCloseCodes.DisallowedIntents]: {
    what: 'the application may not hear what it asks for',
    cure: `Look at Bot of your application at ${portal}: Discord says there what it is not allowed. The bot needs none of the privileged intents.`,
  },
};

/** Explains a close for good, and what to do about it; contains no token. */
export function toCloseFault(code: number): Fault {
  if (code === GatewayCloseCodes.AuthenticationFailed) return tokenFault();
  const { what, cure } = closings[code] ?? {
    what: 'it gave no reason that this version knows',
    cure: `Look the close code up, and check the application at ${portal}.`,
  };
  return new Fault('discord-closed', `Discord closed the connection for good: ${what} (close code ${code}).`, cure);
}
