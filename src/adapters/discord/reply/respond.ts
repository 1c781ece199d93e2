import { InteractionResponseType, MessageFlags } from 'discord.js';
import type { Application, Inbound, Log, Outcome, Reply } from '../../../app/ports.ts';
import { failureCard } from '../../../app/views/problem.ts';
import type { Messages, Prepared } from '../cards/messages.ts';
import { asReplacement } from '../cards/render.ts';
import { loggable } from '../connection/platform-error.ts';
import type { Acknowledgement, InteractionKey } from './acknowledge.ts';
import { actFirst } from './act-first.ts';
import { askedForm } from './asked-form.ts';
import type { InteractionApi } from './interaction-api.ts';
import { undeliveredCard } from './notices.ts';

type Options = {
  readonly application: Application;
  readonly api: InteractionApi;
  readonly messages: Messages;
  readonly log: Log;
};

/** Who will see a reply and where; known before the reply is made. */
type Promised = Pick<Reply, 'audience' | 'place'>;

/** Acknowledges a press without changing anything. */
const untouched = { type: InteractionResponseType.DeferredMessageUpdate } as const;

/** How to report a failure to the person at this stage of the conversation. */
type Tell = (message: Prepared) => Promise<unknown>;

/**
 * Has the application answer one event and sends the answer to Discord. The first response is the acknowledgement; only
 * the process whose acknowledgement was accepted carries out changes (`act`, `afterwards`), unless they are idempotent:
 * those are made first, and their answer is the acknowledgement. Never rejects: a failure is logged, and the person who
 * asked is told privately. `canReplace`: the pressed button's message is visible to that person only.
 */
export function createRespond({ application, api, messages, log }: Options) {
  return async (key: InteractionKey, inbound: Inbound, canReplace: boolean): Promise<void> => {
    let tell: Tell = (message) => api.acknowledge(key, asNewMessage(message, true), message.files);
    const tellBeside: Tell = (message) => api.follow(key, message, true);
    try {
      const outcome = application.respond(inbound);
      if (outcome.kind === 'now') {
        // `ours-perhaps` is as good as `ours`: the response is the same, whichever process it came from.
        if ((await answerAtOnce(key, outcome.reply, canReplace)) === 'not-ours') return;
        tell = tellBeside;
        await outcome.afterwards?.();
      } else if (outcome.kind === 'nothing') {
        await api.acknowledge(key, untouched);
      } else if (outcome.kind === 'ask') {
        await api.acknowledge(key, askedForm(outcome.asked));
      } else if (outcome.kind === 'aside') {
        if ((await api.acknowledge(key, untouched)) === 'not-ours') return;
        tell = tellBeside;
        await sayAside(key, outcome);
      } else {
        const begun = outcome.idempotent === true ? await actFirst(outcome.act, key, log) : outcome;
        if ('card' in begun && begun.card !== null) {
          await answerAtOnce(key, { ...outcome, card: begun.card }, canReplace);
        } else if (await isToAct(key, outcome, canReplace)) {
          tell = isInstead(outcome, canReplace)
            ? tellBeside
            : (message) => api.edit(key, message).catch(() => tellBeside(message));
          await api.giveWay();
          await api.edit(key, await messages.withPicture(await begun.act()));
        }
      }
    } catch (error) {
      log.error({ interaction: key.id, kind: inbound.kind, error: loggable(error) }, 'An event could not be answered.');
      await tell(messages.withoutPicture(failureCard())).catch((failure: unknown) => {
        log.error({ interaction: key.id, error: loggable(failure) }, 'The person could not be told.');
      });
    }
  };

  async function sayAside(key: InteractionKey, { act, undo }: Extract<Outcome, { kind: 'aside' }>): Promise<void> {
    const reply = await act();
    if (reply === null) return;
    const isPrivate = reply.audience === 'asker';
    try {
      await api.follow(key, await messages.withPicture(reply.card), isPrivate);
    } catch (error) {
      if (isPrivate) throw error;
      await undo();
      log.warn({ interaction: key.id, error: loggable(error) }, 'A public message may not have been posted.');
      await api.follow(key, messages.withoutPicture(undeliveredCard(error)), true);
    }
  }

  async function answerAtOnce(key: InteractionKey, reply: Reply, canReplace: boolean): Promise<Acknowledgement> {
    const prepared = await messages.withPicture(reply.card);
    const body = isInstead(reply, canReplace)
      ? ({ type: InteractionResponseType.UpdateMessage, data: asReplacement(prepared.message) } as const)
      : asNewMessage(prepared, reply.audience === 'asker');
    return api.acknowledge(key, body, prepared.files);
  }

  /**
   * Acknowledges without a response yet. If it is unknown whether our attempt or another process was first, a new
   * message is left to the other one for 2 s, since it shows whether somebody has responded. A message to be replaced
   * shows no such thing, and is replaced: that can happen twice only if Discord fails at the very moment when two
   * processes compete.
   */
  async function isToAct(key: InteractionKey, promised: Promised, canReplace: boolean): Promise<boolean> {
    const instead = isInstead(promised, canReplace);
    const acknowledgement = await api.acknowledge(
      key,
      instead
        ? { type: InteractionResponseType.DeferredMessageUpdate }
        : {
            type: InteractionResponseType.DeferredChannelMessageWithSource,
            ...(promised.audience === 'asker' ? { data: { flags: MessageFlags.Ephemeral } } : {}),
          },
    );
    if (acknowledgement !== 'ours-perhaps') return acknowledgement === 'ours';
    return instead || (await api.isAbandoned(key));
  }
}

/** A private answer never replaces a public message, nor the other way round. */
function isInstead({ place, audience }: Promised, canReplace: boolean): boolean {
  return place === 'instead' && audience === 'asker' && canReplace;
}

/** A new message as the first response. */
export function asNewMessage({ message }: Prepared, isPrivate: boolean) {
  return {
    type: InteractionResponseType.ChannelMessageWithSource,
    data: isPrivate ? { ...message, flags: MessageFlags.Ephemeral } : message,
  } as const;
}
