import { DiscordAPIError, DiscordjsErrorCodes, HTTPError } from 'discord.js';
import { Fault } from '../../../core/fault.ts';

export const portal = 'https://discord.com/developers/applications';

/** Explains why the bot could not connect to Discord, and what to do about it; contains no token. */
export function toStartFault(error: unknown): Fault {
  if (error instanceof Fault) return error;
  if (isBadToken(error)) return tokenFault(error);
  if (error instanceof DiscordAPIError || !isFailureOnTheWay(error)) {
    return new Fault(
      'discord-refused',
      `Discord refused the connection: ${error instanceof Error ? error.message : String(error)}.`,
      `Check the application at ${portal}, and DISCORD_API_URL if it is set.`,
      error,
    );
  }
  return unreachableFault('Discord cannot be reached.', error);
}

/** For a token that Discord does not take, or not any more. */
export function tokenFault(cause?: unknown): Fault {
  return new Fault(
    'discord-token',
    'Discord does not accept the bot token.',
    `Set DISCORD_TOKEN to the token from Bot > Token of your application at ${portal}; a reset there makes the old one invalid.`,
    cause,
  );
}

/** For when Discord does not answer; `sentence` says what happened. */
export function unreachableFault(sentence: string, cause?: unknown): Fault {
  return new Fault(
    'discord-unreachable',
    sentence,
    'Check the network and its proxy (HTTPS and WebSocket), DISCORD_API_URL if it is set, and https://discordstatus.com.',
    cause,
  );
}

/** Explains why the commands could not be registered, and what to do about it. */
export function toRegistrationFault(error: unknown, applicationId: string, guildId: string | undefined): Fault {
  if (guildId !== undefined && error instanceof DiscordAPIError && (error.status === 403 || error.status === 404)) {
    return new Fault(
      'discord-server',
      `The bot may not register commands in the server ${guildId} of DISCORD_GUILD_ID.`,
      `Add it to that server with https://discord.com/oauth2/authorize?client_id=${applicationId}&scope=bot+applications.commands, or correct the number.`,
      error,
    );
  }
  return toStartFault(error);
}

function isBadToken(error: unknown): boolean {
  if (error instanceof DiscordAPIError) return error.status === 401;
  if (!(error instanceof Error)) return false;
  return codeOf(error) === DiscordjsErrorCodes.TokenInvalid || error.message === 'Authentication failed';
}

/** System and connection errors have a code (ECONNREFUSED, UND_ERR_…); a timeout is an AbortError. */
function isFailureOnTheWay(error: unknown): boolean {
  return (
    error instanceof HTTPError ||
    (error instanceof Error && (codeOf(error) !== undefined || error.name === 'AbortError'))
  );
}

function codeOf(error: Error): unknown {
  return 'code' in error ? error.code : undefined;
}
