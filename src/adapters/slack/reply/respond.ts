import type { Application, Inbound, Log, Outcome, Reply } from '../../../app/ports.ts';
import { failureCard } from '../../../app/views/problem.ts';
import type { ToMessage } from '../cards/messages.ts';
import type { AttachPictures } from '../outbound/pictures.ts';
import type { Delivery, ReadyReply } from './delivery.ts';
import type { GiveFile, Receiver } from './give-file.ts';
import { undeliveredCard } from './notices.ts';

/**
 * Passes one event to the application and its reply back. Never rejects: failures are logged, and the person is told.
 */
export type Respond = (inbound: Inbound, delivery: Delivery) => Promise<void>;

type Options = {
  readonly application: Application;
  readonly toMessage: ToMessage;
  readonly giveFile: GiveFile;
  readonly attachPictures: AttachPictures;
  readonly log: Log;
};

/** The same order for every kind of event: decide, acknowledge, act, send. */
export function createRespond({ application, toMessage, giveFile, attachPictures, log }: Options): Respond {
  return async (inbound, delivery) => {
    // Logs leave out who asked; the event is enough to find it again.
    const where = { channel: inbound.caller.channel, event: inbound.event };
    const note = (error: unknown, message: string) => log.error({ ...where, err: error }, message);
    const toReady = ({ audience, place, card }: Reply): ReadyReply => ({
      audience,
      place,
      message: toMessage(card, where, delivery.opening),
    });
    const failed = (error: unknown): ReadyReply => {
      note(error, 'The application failed on an event from Slack.');
      return toReady({ audience: 'asker', place: 'new', card: failureCard() });
    };

    let outcome: Outcome | null = null;
    let reply: ReadyReply | null = null;
    try {
      outcome = application.respond(inbound);
      if (outcome.kind === 'now') reply = toReady(outcome.reply);
    } catch (error) {
      outcome = null;
      reply = failed(error);
    }

    let carried: boolean;
    try {
      carried = await delivery.acknowledge(reply);
    } catch (error) {
      // Slack has told the person that the app did not respond, or will redeliver: acting now could act twice.
      note(error, 'An event from Slack could not be acknowledged; nothing was done.');
      return;
    }

    if (delivery.repeated) return;
    if (outcome?.kind === 'ask') {
      const ask = delivery.ask ?? (() => Promise.reject(new Error('Nothing can be asked here.')));
      await ask(outcome.asked)
        .catch((error) => delivery.send(failed(error)))
        .catch((error) => note(error, 'A reply did not reach Slack.'));
      return;
    }

    const act = () => actOn(outcome, receiverOf(inbound, delivery), giveFile);
    const prepare = async (): Promise<{ ready: ReadyReply; made: Reply | null } | null> => {
      try {
        const made = await act();
        return made === null ? null : { ready: toReady(made), made };
      } catch (error) {
        return { ready: failed(error), made: null };
      }
    };
    const send = async () => {
      if (carried) return;
      const prepared = reply === null ? await prepare() : { ready: reply, made: null };
      if (prepared === null) return;
      const { ready, made } = prepared;
      try {
        await delivery.send(ready);
        if (made !== null) attach(made, delivery, attachPictures);
      } catch (error) {
        if (ready.audience === 'asker') throw error;
        note(error, 'A public message may not have reached Slack; the person is told.');
        if (outcome?.kind === 'aside') await outcome.undo();
        await delivery.send(toReady({ audience: 'asker', place: 'new', card: undeliveredCard(error) }));
      }
    };
    const afterwards = async () => {
      if (outcome?.kind === 'now') await outcome.afterwards?.();
    };
    await Promise.all([
      send().catch((error) => note(error, 'A reply did not reach Slack.')),
      afterwards().catch((error) => note(error, 'Work after an acknowledgement failed.')),
    ]);
  };
}

/** Does what is to be done after the acknowledgement; gives the reply that comes of it, if any, once its file is on its way. */
async function actOn(outcome: Outcome | null, receiver: Receiver, giveFile: GiveFile): Promise<Reply | null> {
  if (outcome?.kind === 'aside') return outcome.act();
  if (outcome?.kind !== 'later') return null;
  const { audience, place } = outcome;
  return { audience, place, card: await giveFile(await outcome.act(), receiver) };
}

function receiverOf({ caller }: Inbound, { own, place }: Delivery): Receiver {
  return { user: caller.user, own: own && place !== undefined ? place : null };
}

/** Pictures follow a reply where somebody can see them: a file cannot belong to a message for one person in a channel. */
function attach({ audience, card }: Reply, { place, own }: Delivery, attachPictures: AttachPictures): void {
  if (place !== undefined && (own || audience === 'channel')) attachPictures(card, place.channel, place.thread);
}
