import type { REST } from 'discord.js';
import type { Log } from '../../../app/ports.ts';
import type { Subject } from '../../../core/bank.ts';
import { loggable } from '../connection/platform-error.ts';
import { registerCommands } from './registration.ts';

type RegisterNeeds = {
  readonly guildId: string | undefined;
  readonly subject: Subject;
  /** Is told the ids of the registered commands by name. */
  readonly useIds: (ids: ReadonlyMap<string, string>) => void;
  readonly log: Log;
};

/** Brings the registered commands up to date. Failing is logged and no more: what was registered before goes on working. */
export async function register(
  rest: REST,
  applicationId: string,
  { guildId, subject, useIds, log }: RegisterNeeds,
): Promise<void> {
  const guild = guildId === undefined ? {} : { guildId };
  try {
    const { changes, ids } = await registerCommands({ rest, applicationId, subject, ...guild });
    useIds(ids);
    log.info(
      { changes: changes.filter(({ change }) => change !== 'unchanged'), ...guild },
      'Discord commands are registered.',
    );
  } catch (error) {
    log.error(
      { error: loggable(error), ...guild },
      'Discord commands could not be registered; is DISCORD_GUILD_ID right?',
    );
  }
}
