import type { REST } from 'discord.js';
import { Routes } from 'discord.js';
import type { Log } from '../../../app/ports.ts';
import { hasCode, loggable } from '../connection/platform-error.ts';
import { missingAccess, unknownGuild } from './refusal.ts';

type Options = {
  readonly rest: REST;
  readonly log: Log;
  readonly forgetScope: (scope: string) => Promise<void>;
  /** How long to wait before the second check, in ms. */
  readonly secondLook: number;
};

export type RemovalWatch = {
  /**
   * Call it when Discord says that the bot was removed from a server, or the server refuses something: is that so? Checked
   * at most once per `secondLook`.
   */
  readonly suspect: (server: string) => void;
  readonly stop: () => void;
};

/**
 * Makes sure that the bot was removed from a server: the gateway says so when it happens, and where that was missed (the
 * bot was not running) nothing can be sent there any more. Everything stored for the server is then deleted for good;
 * therefore Discord must say twice more, some time apart, that the bot is not a member. A restart in between forgets the
 * suspicion, and nothing is deleted.
 */
export function createRemovalWatch({ rest, log, forgetScope, secondLook }: Options): RemovalWatch {
  const pending = new Map<string, NodeJS.Timeout>();

  async function isMember(server: string): Promise<boolean> {
    try {
      await rest.get(Routes.guild(server));
      return true;
    } catch (error) {
      return !hasCode(error, unknownGuild, missingAccess);
    }
  }

  async function lookAgain(server: string): Promise<void> {
    if (await isMember(server)) return;
    log.info({ server }, 'The bot was removed from a server; its data is being deleted.');
    await forgetScope(`discord:${server}`).catch((error: unknown) => {
      log.error({ server, error: loggable(error) }, 'The data of a server could not be deleted.');
    });
  }

  return {
    suspect: (server) => {
      if (pending.has(server)) return;
      const first = isMember(server);
      const timer = setTimeout(() => {
        void first.then((member) => (member ? undefined : lookAgain(server))).finally(() => pending.delete(server));
      }, secondLook);
      pending.set(server, timer.unref());
    },
    stop: () => {
      for (const timer of pending.values()) clearTimeout(timer);
      pending.clear();
    },
  };
}
