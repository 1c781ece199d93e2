import { DiscordAPIError, HTTPError } from 'discord.js';

/** JSON error codes of Discord (https://discord.com/developers/docs/topics/opcodes-and-status-codes#json). */
export const unknownInteraction = 10_062;
export const alreadyAcknowledged = 40_060;

/** True for a response of Discord's with one of these codes. */
export function hasCode(error: unknown, ...codes: readonly number[]): boolean {
  return error instanceof DiscordAPIError && codes.some((code) => code === error.code);
}

/** True if the request may or may not have taken effect: a failure of the server or on the way to it. */
export function isUncertain(error: unknown): boolean {
  return !(error instanceof DiscordAPIError);
}

/**
 * What may be logged about an error. Those of discord.js contain the request, and with it an interaction's token (in
 * the URL) and a person's text; only what happened is kept of them.
 */
export function loggable(error: unknown): unknown {
  if (error instanceof DiscordAPIError || error instanceof HTTPError) {
    const code = error instanceof DiscordAPIError ? { code: error.code } : {};
    return {
      type: error.constructor.name,
      message: error.message,
      status: error.status,
      method: error.method,
      ...code,
    };
  }
  return error;
}
