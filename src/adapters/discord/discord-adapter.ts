import type { Interaction } from 'discord.js';
import { Events, InteractionResponseType } from 'discord.js';
import type { Adapter, Application, Log } from '../../app/ports.ts';
import { createClient, createRestOnce, logConnection } from './client.ts';
import { completeQuestion } from './completion.ts';
import { createDelivery } from './deliver.ts';
import type { DiscordConfig } from './discord-config.ts';
import { toInbound } from './inbound.ts';
import { createInteractionApi } from './interaction-api.ts';
import { createMessageCache } from './message-cache.ts';
import { loggable } from './platform-error.ts';
import { registerCommands } from './registration.ts';
import { toStartFault } from './start-fault.ts';

type AdapterOptions = { readonly config: DiscordConfig; readonly application: Application; readonly log: Log };

/**
 * The bot on Discord. `start` logs in and brings the list of commands up to date; it rejects with a Fault that names
 * the cure. A list that cannot be written is logged and no reason to stop, since earlier commands go on working.
 */
export function createDiscordAdapter({ config, application, log }: AdapterOptions): Adapter {
  const client = createClient(config);
  const restOnce = createRestOnce(config);
  const api = createInteractionApi({ rest: client.rest, restOnce, log });
  const deliver = createDelivery({ application, api, render: createMessageCache(log), log });
  const underWay = new Set<Promise<void>>();

  async function handle(interaction: Interaction): Promise<void> {
    if (interaction.isAutocomplete()) {
      const choices = complete(interaction.options.getFocused());
      const body = { type: InteractionResponseType.ApplicationCommandAutocompleteResult, data: { choices } } as const;
      await api.acknowledge(interaction, body);
      return;
    }
    const inbound = toInbound(interaction);
    if (inbound === null) log.info({ interaction: interaction.id, type: interaction.type }, 'An unknown interaction.');
    else await deliver(interaction, inbound);
  }

  /** While somebody types, no failure is worth a sentence: there are no suggestions then. */
  function complete(typed: string) {
    try {
      return completeQuestion(application, typed);
    } catch (error) {
      log.error({ error }, 'Completion failed.');
      return [];
    }
  }

  function accept(interaction: Interaction): void {
    const work = handle(interaction)
      .catch((error: unknown) => log.error({ interaction: interaction.id, error: loggable(error) }, 'An event failed.'))
      .finally(() => underWay.delete(work));
    underWay.add(work);
  }

  async function register(applicationId: string): Promise<void> {
    const guild = config.guildId === undefined ? {} : { guildId: config.guildId };
    try {
      const result = await registerCommands({ rest: client.rest, applicationId, ...guild });
      log.info({ result, ...guild }, 'Discord commands are registered.');
    } catch (error) {
      log.error(
        { error: loggable(error), ...guild },
        'Discord commands could not be registered; is DISCORD_GUILD_ID right?',
      );
    }
  }

  return {
    name: 'discord',
    start: async () => {
      logConnection(client, log);
      client.on(Events.InteractionCreate, accept);
      const ready = new Promise<string>((resolve) => {
        client.once(Events.ClientReady, ({ application: { id } }) => resolve(id));
      });
      try {
        await client.login(config.token);
      } catch (error) {
        throw toStartFault(error);
      }
      await register(await ready);
    },
    stop: async () => {
      client.off(Events.InteractionCreate, accept);
      await Promise.all(underWay);
      await client.destroy();
      restOnce.clearHashSweeper();
      restOnce.clearHandlerSweeper();
    },
  };
}
