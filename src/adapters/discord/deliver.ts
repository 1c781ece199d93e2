import { InteractionResponseType, MessageFlags } from 'discord.js';
import type { Application, Inbound, Log, Reply } from '../../app/ports.ts';
import { failureCard } from '../../app/views/problem.ts';
import type { Card } from '../../core/card.ts';
import type { InteractionKey } from './acknowledge.ts';
import type { InteractionApi } from './interaction-api.ts';
import { loggable } from './platform-error.ts';
import type { DiscordMessage } from './render.ts';

type Options = {
  readonly application: Application;
  readonly api: InteractionApi;
  readonly render: (card: Card) => DiscordMessage;
  readonly log: Log;
};

/** How a failure can be told to the person, as far as the conversation has come. */
type Tell = (message: DiscordMessage) => Promise<unknown>;

/**
 * Has the application answer one event and brings the answer to Discord. The first answer is the acknowledgement; only
 * who has it accepted does what changes anything (`act`, `afterwards`). Never rejects: a failure is logged, and the
 * person who asked is told so privately.
 */
export function createDelivery({ application, api, render, log }: Options) {
  return async (key: InteractionKey, inbound: Inbound): Promise<void> => {
    let tell: Tell = (message) => api.acknowledge(key, asNewMessage(message, true));
    const tellBeside: Tell = (message) => api.follow(key, message, true);
    try {
      const outcome = application.respond(inbound);
      if (outcome.kind === 'now') {
        // `ours-perhaps` is as good as `ours`: the answer that stands is the same, whichever process it came from.
        if ((await api.acknowledge(key, firstAnswer(outcome.reply, inbound))) === 'not-ours') return;
        tell = tellBeside;
        await outcome.afterwards?.();
      } else if (await isToAct(key, inbound)) {
        tell =
          inbound.kind === 'press' ? tellBeside : (message) => api.edit(key, message).catch(() => tellBeside(message));
        await bring(key, await outcome.act(), inbound);
      }
    } catch (error) {
      log.error({ interaction: key.id, kind: inbound.kind, error: loggable(error) }, 'An event could not be answered.');
      await tell(render(failureCard())).catch((failure: unknown) => {
        log.error({ interaction: key.id, error: loggable(failure) }, 'The person could not be told.');
      });
    }
  };

  function firstAnswer({ card, audience, place }: Reply, inbound: Inbound) {
    const message = render(card);
    return inbound.kind === 'press' && place === 'instead'
      ? ({ type: InteractionResponseType.UpdateMessage, data: message } as const)
      : asNewMessage(message, audience === 'asker');
  }

  /**
   * Acknowledges without an answer yet. Where it is unknown whether our attempt or another process was first, a command
   * is left to the other one for 2 s, since what it shows tells whether somebody has answered. A press shows nothing of
   * that kind, and is done: twice is possible only if Discord fails in the very moment in which two processes compete.
   */
  async function isToAct(key: InteractionKey, inbound: Inbound): Promise<boolean> {
    const acknowledgement = await api.acknowledge(
      key,
      inbound.kind === 'press'
        ? { type: InteractionResponseType.DeferredMessageUpdate }
        : {
            type: InteractionResponseType.DeferredChannelMessageWithSource,
            data: { flags: MessageFlags.Ephemeral },
          },
    );
    if (acknowledgement !== 'ours-perhaps') return acknowledgement === 'ours';
    return inbound.kind === 'press' || (await api.isAbandoned(key));
  }

  /** The answer after a deferral. A deferred command was promised privately; what is for the channel takes its place. */
  async function bring(key: InteractionKey, { card, audience, place }: Reply, inbound: Inbound): Promise<void> {
    const message = render(card);
    if (inbound.kind === 'press') {
      if (place === 'instead') await api.edit(key, message);
      else await api.follow(key, message, audience === 'asker');
    } else if (audience === 'asker') {
      await api.edit(key, message);
    } else {
      await api.remove(key);
      await api.follow(key, message, false);
    }
  }
}

function asNewMessage(message: DiscordMessage, isPrivate: boolean) {
  return {
    type: InteractionResponseType.ChannelMessageWithSource,
    data: isPrivate ? { ...message, flags: MessageFlags.Ephemeral } : message,
  } as const;
}
