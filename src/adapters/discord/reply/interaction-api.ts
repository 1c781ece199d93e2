import { setTimeout as pause } from 'node:timers/promises';
import type { APIInteractionResponse, APIMessage, RawFile, REST } from 'discord.js';
import { MessageFlags, Routes } from 'discord.js';
import type { Log } from '../../../app/ports.ts';
import type { Prepared } from '../cards/messages.ts';
import { asReplacement } from '../cards/render.ts';
import { isUncertain } from '../connection/platform-error.ts';
import type { Acknowledgement, InteractionKey } from './acknowledge.ts';
import { acknowledge } from './acknowledge.ts';
import { createGivingWay } from './giving-way.ts';
import { createTurns } from './turns.ts';

/** How often, and at which interval in ms, to check for another process's response. */
const looks = 8;
const lookPause = 250;

/**
 * So many first responses, and so many edits and follow-ups, are on their way at once, each on a connection of its own. A
 * new connection costs more than the request; and where a request takes 0.2 s, a thousand still go out in two of Discord's
 * three seconds. They are counted apart, so that edits which hang keep nobody from being answered.
 */
const mostAcknowledged = 100;
const mostFollowed = 50;

/** The requests that serve one interaction. All except `acknowledge` reject with discord.js's error. */
export type InteractionApi = {
  readonly acknowledge: (
    key: InteractionKey,
    body: APIInteractionResponse,
    files?: readonly RawFile[],
  ) => Promise<Acknowledgement>;
  /** Resolves when what comes after a first response may begin: those of others go before it, having 3 s and not 15 min. */
  readonly giveWay: () => Promise<void>;
  /** Replaces the first response; for a deferred update, the message of the button. */
  readonly edit: (key: InteractionKey, message: Prepared) => Promise<void>;
  /** Sends a follow-up message, at most once. */
  readonly follow: (key: InteractionKey, message: Prepared, isPrivate: boolean) => Promise<void>;
  /** Waits at most 2 s for a deferred response; true if nobody has given it. */
  readonly isAbandoned: (key: InteractionKey) => Promise<boolean>;
};

type Options = {
  /** Retries failed requests: only for idempotent ones. */
  readonly rest: REST;
  /** Sends once: for requests that must not be repeated. */
  readonly restOnce: REST;
  readonly log: Log;
};

/**
 * Responds to interactions over REST, by id and token alone; the bot token is not sent, as Discord needs none here.
 * Tokens are valid for 15 minutes.
 */
export function createInteractionApi({ rest, restOnce, log }: Options): InteractionApi {
  const acknowledging = createTurns(mostAcknowledged);
  const following = createTurns(mostFollowed);
  const original = ({ applicationId, token }: InteractionKey) =>
    Routes.webhookMessage(applicationId, token, '@original');

  /**
   * If it cannot be read just now it counts as deferred: better to check again than to leave somebody without an
   * answer.
   */
  async function isDeferred(key: InteractionKey): Promise<boolean> {
    try {
      const { flags } = (await rest.get(original(key), { auth: false })) as Pick<APIMessage, 'flags'>;
      return ((flags ?? 0) & MessageFlags.Loading) !== 0;
    } catch (error) {
      if (isUncertain(error)) return true;
      throw error;
    }
  }

  return {
    acknowledge: (key, body, files = []) => acknowledging.take(() => acknowledge(restOnce, log, key, body, files)),
    giveWay: createGivingWay(acknowledging.isFull),
    edit: async (key, { message, files }) => {
      const body = asReplacement(message);
      await following.take(() => rest.patch(original(key), { auth: false, body, files: [...files] }));
    },
    follow: async ({ applicationId, token }, { message, files }, isPrivate) => {
      const body = isPrivate ? { ...message, flags: MessageFlags.Ephemeral } : message;
      const url = Routes.webhook(applicationId, token);
      await following.take(() => restOnce.post(url, { auth: false, body, files: [...files] }));
    },
    isAbandoned: async (key) => {
      for (let look = 0; look < looks; look += 1) {
        if (!(await isDeferred(key))) return false;
        await pause(lookPause);
      }
      return true;
    },
  };
}
