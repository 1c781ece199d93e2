import type { APIMessageComponentButtonInteraction, Interaction } from 'discord.js';
import type { Application, Log } from '../../../app/ports.ts';
import { setBounded } from '../../../core/bounded-map.ts';
import type { Card } from '../../../core/card.ts';
import type { Messages } from '../cards/messages.ts';
import { pressIn } from '../connection/dispatches.ts';
import { loggable } from '../connection/platform-error.ts';
import type { InteractionKey } from '../reply/acknowledge.ts';
import type { InteractionApi } from '../reply/interaction-api.ts';
import { noServerCard, unknownCard } from '../reply/notices.ts';
import { asNewMessage, createRespond } from '../reply/respond.ts';
import { askFor } from './ask-hindrance.ts';
import { toCaller } from './caller.ts';
import type { Channels } from './channels.ts';
import { createCompletion } from './completion.ts';
import { isOwnMessage, isUnderOwnMessage, readInteraction, readPress } from './inbound.ts';
import type { Place } from './place.ts';
import { homeOf } from './place.ts';
import { toPress } from './press.ts';

type Options = {
  readonly application: Application;
  readonly api: InteractionApi;
  readonly messages: Messages;
  readonly channels: Channels;
  /** Is told when Discord says that something happened, UTC ms. */
  readonly noteInstant: (at: number) => void;
  readonly log: Log;
};

/**
 * Number of interactions that are remembered. A session that is resumed delivers some anew, and a second response to one
 * would be in the way of the first, which may still be waiting for the database.
 */
const remembered = 10_000;

/** Answers what people do on Discord. */
export type Listeners = {
  /** Both begin to answer, once however often it is delivered; a failure is logged. */
  readonly accept: (interaction: Interaction) => void;
  /** Whatever discord.js passes on unread; what is no press is left. */
  readonly acceptPress: (packet: unknown) => void;
  /** How many are being answered. */
  readonly underWay: () => number;
  /** Resolves when all that are being answered now have been. */
  readonly answered: () => Promise<unknown>;
};

/** What was not said as a command or press of ours is answered, too, with a word about why not. */
export function createListeners({ application, api, messages, channels, noteInstant, log }: Options): Listeners {
  const respond = createRespond({ application, api, messages, log });
  const complete = createCompletion({ application, api, channels, log });
  const underWay = new Set<Promise<void>>();
  const accepted = new Map<string, true>();

  async function handle(interaction: Interaction): Promise<void> {
    noteInstant(interaction.createdTimestamp);
    if (interaction.isAutocomplete()) return complete(interaction);
    const place = await placeOf(interaction.channelId);
    const home = place === null ? {} : homeOf(place);
    const { topics } = application.subject(toCaller(interaction, home).channel);
    const reading = readInteraction(interaction, home, topics);
    if (reading.kind !== 'unknown' && reading.kind !== 'no-server') {
      const role = interaction.isChatInputCommand() ? interaction.options.get('ping')?.role : null;
      const hindrance = place === null ? {} : { hindrance: askFor(interaction, place, channels, role) };
      return respond(keyOf(interaction), { ...reading, ...hindrance }, isUnderOwnMessage(interaction));
    }
    log.info({ interaction: interaction.id, type: interaction.type }, `An interaction of kind ${reading.kind}.`);
    await say(interaction, reading.kind === 'unknown' ? unknownCard : noServerCard);
  }

  async function handlePress(sent: APIMessageComponentButtonInteraction): Promise<void> {
    const press = toPress(sent);
    noteInstant(press.createdTimestamp);
    const place = await placeOf(press.channelId);
    const hindrance = place === null ? {} : { hindrance: askFor(press, place, channels) };
    const inbound = readPress(press, place === null ? {} : homeOf(place));
    return respond(keyOf(press), { ...inbound, ...hindrance }, isOwnMessage(press));
  }

  /** Everything is known already, as a rule: nothing is waited for but with the first event in a thread. */
  async function placeOf(channel: string | null): Promise<Place | null> {
    if (channel === null) return null;
    await channels.learn(channel);
    return channels.placeOf(channel);
  }

  async function say(interaction: Interaction, card: Card): Promise<void> {
    await api.acknowledge(interaction, asNewMessage(messages.withoutPicture(card), true));
  }

  function begin(id: string, handling: () => Promise<void>): void {
    if (accepted.has(id)) return;
    setBounded(accepted, id, true, remembered);
    const work = handling()
      .catch((error: unknown) => log.error({ interaction: id, error: loggable(error) }, 'An event failed.'))
      .finally(() => underWay.delete(work));
    underWay.add(work);
  }

  return {
    accept: (interaction) => begin(interaction.id, () => handle(interaction)),
    acceptPress: (packet) => {
      const sent = pressIn(packet);
      if (sent !== null) begin(sent.id, () => handlePress(sent));
    },
    underWay: () => underWay.size,
    answered: () => Promise.all(underWay),
  };
}

/** What is kept of an interaction while it is answered: all that discord.js makes of one takes many times the memory. */
function keyOf({ id, token, applicationId }: InteractionKey): InteractionKey {
  return { id, token, applicationId };
}
