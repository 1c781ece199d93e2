import { setTimeout as pause } from 'node:timers/promises';
import type { APIInteractionResponse, APIMessage, RawFile, REST } from 'discord.js';
import { MessageFlags, Routes } from 'discord.js';
import type { Log } from '../../../app/ports.ts';
import type { Prepared } from '../cards/messages.ts';
import { asReplacement } from '../cards/render.ts';
import { isUncertain } from '../connection/platform-error.ts';
import type { Acknowledgement, InteractionKey } from './acknowledge.ts';
import { acknowledge } from './acknowledge.ts';

/** How often, and how long apart in ms, another process's answer is waited for. */
const looks = 8;
const lookPause = 250;

/** The requests that serve one interaction. All but `acknowledge` reject with the error of discord.js. */
export type InteractionApi = {
  readonly acknowledge: (
    key: InteractionKey,
    body: APIInteractionResponse,
    files?: readonly RawFile[],
  ) => Promise<Acknowledgement>;
  /** Replaces the first answer; for a deferred update, the message that the button stands under. */
  readonly edit: (key: InteractionKey, message: Prepared) => Promise<void>;
  /** A further message, sent at most once. */
  readonly follow: (key: InteractionKey, message: Prepared, isPrivate: boolean) => Promise<void>;
  /** Waits for a deferred answer, at most 2 s; true when nobody has given it. */
  readonly isAbandoned: (key: InteractionKey) => Promise<boolean>;
};

type Options = {
  /** Repeats what failed on the way: for requests that do the same when done twice. */
  readonly rest: REST;
  /** Sends once: for requests that must not be done twice. */
  readonly restOnce: REST;
  readonly log: Log;
};

/**
 * Answers to interactions over REST, by id and token alone; the bot token is not sent, as Discord asks for none here.
 * Tokens are good for 15 minutes.
 */
export function createInteractionApi({ rest, restOnce, log }: Options): InteractionApi {
  const original = ({ applicationId, token }: InteractionKey) =>
    Routes.webhookMessage(applicationId, token, '@original');

  /** What cannot be seen for now counts as deferred: better to look again than to leave somebody without an answer. */
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
    acknowledge: (key, body, files = []) => acknowledge(restOnce, log, key, body, files),
    edit: async (key, { message, files }) => {
      await rest.patch(original(key), { auth: false, body: asReplacement(message), files: [...files] });
    },
    follow: async ({ applicationId, token }, { message, files }, isPrivate) => {
      const body = isPrivate ? { ...message, flags: MessageFlags.Ephemeral } : message;
      await restOnce.post(Routes.webhook(applicationId, token), { auth: false, body, files: [...files] });
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
