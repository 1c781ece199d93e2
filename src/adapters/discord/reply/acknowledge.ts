import { setTimeout as pause } from 'node:timers/promises';
import type { APIInteractionResponse, RawFile, REST } from 'discord.js';
import { Routes } from 'discord.js';
import type { Log } from '../../../app/ports.ts';
import {
  alreadyAcknowledged,
  hasCode,
  isUncertain,
  loggable,
  unknownInteraction,
} from '../connection/platform-error.ts';

/** Identifies an interaction to Discord. The token is a secret: it lets anybody respond for 15 minutes. */
export type InteractionKey = { readonly id: string; readonly token: string; readonly applicationId: string };

/**
 * `ours`: Discord accepted our first response. `ours-perhaps`: an attempt of ours failed on the way, and the next was
 * told that the interaction has a response, from that attempt or from another process. `not-ours`: another process has
 * responded, it is too late, or Discord could not be reached.
 */
export type Acknowledgement = 'ours' | 'ours-perhaps' | 'not-ours';

/** Pauses before the second and third attempt, in ms; all must fit into Discord's 3 s. */
const pauses = [100, 400] as const;

/**
 * Sends the first response to an interaction. Discord accepts only one, whoever sends it, which makes it the lock
 * between processes: the one that gets `ours` acts, nobody else does.
 *
 * `rest` must not retry by itself. discord.js repeats a POST after a 5xx at once; if the failed attempt did go through,
 * the repeat gets 40060 and the caller cannot tell its own success from another process's. Here attempts are counted,
 * so that 40060 means `not-ours` only as the response to a first attempt.
 *
 * Rejects if Discord rejects the response itself; then the interaction is not acknowledged and another response can be
 * sent.
 */
export async function acknowledge(
  rest: REST,
  log: Log,
  key: InteractionKey,
  body: APIInteractionResponse,
  files: readonly RawFile[],
): Promise<Acknowledgement> {
  for (let attempt = 0; ; attempt += 1) {
    try {
      await rest.post(Routes.interactionCallback(key.id, key.token), { auth: false, body, files: [...files] });
      return 'ours';
    } catch (error) {
      if (hasCode(error, alreadyAcknowledged)) {
        log.debug({ interaction: key.id, attempt }, 'The interaction has been answered already.');
        return attempt === 0 ? 'not-ours' : 'ours-perhaps';
      }
      if (hasCode(error, unknownInteraction)) {
        log.info({ interaction: key.id }, 'The interaction could no longer be answered: its 3 s were over.');
        return 'not-ours';
      }
      if (!isUncertain(error)) throw error;
      const wait = pauses[attempt];
      log.warn({ interaction: key.id, attempt, error: loggable(error) }, 'Discord did not accept a response.');
      if (wait === undefined) return 'not-ours';
      await pause(wait);
    }
  }
}
