import type { Application, Inbound, Log, Outcome, Reply } from '../../../app/ports.ts';
import { failureCard } from '../../../app/views/problem.ts';
import type { ToMessage } from '../cards/messages.ts';
import type { Delivery, ReadyReply } from './delivery.ts';
import { undeliveredCard } from './notices.ts';

/**
 * Passes one event to the application and its reply back. Never rejects: failures are logged, and the person is told.
 */
export type Respond = (inbound: Inbound, delivery: Delivery) => Promise<void>;

/** The same order for every kind of event: decide, acknowledge, act, send. */
export function createRespond(application: Application, toMessage: ToMessage, log: Log): Respond {
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

    const act = async () => {
      if (outcome?.kind === 'aside') {
        const told = await outcome.act();
        return told === null ? null : toReady(told);
      }
      if (outcome?.kind !== 'later') return null;
      const { audience, place } = outcome;
      return toReady({ audience, place, card: await outcome.act() });
    };
    const send = async () => {
      reply ??= await act().catch(failed);
      if (reply === null || carried) return;
      try {
        await delivery.send(reply);
      } catch (error) {
        if (reply.audience === 'asker') throw error;
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
