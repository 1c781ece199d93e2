import { settleWithin } from '../../../app/deadline.ts';
import type { Log } from '../../../app/ports.ts';
import type { Card } from '../../../core/card.ts';
import { loggable } from '../connection/platform-error.ts';
import type { InteractionKey } from './acknowledge.ts';

/** The card of what was done in time, or how to come to it after the acknowledgement. */
type Begun = { readonly card: Card } | { readonly card: null; readonly act: () => Promise<Card> };

/**
 * How long, in ms from the arrival of an event, the first response waits for what is being done. A commit takes some
 * milliseconds, so only a disk or a database that stalls takes longer. Of Discord's 3 s
 * (https://discord.com/developers/docs/interactions/receiving-and-responding#responding-to-an-interaction) two thirds are
 * left: for the way to us, for a busy moment of this process, and for two more attempts to respond.
 */
const actingTime = 1000;

/**
 * Does what is idempotent before the acknowledgement; it needs no lock. What fails is tried once more when
 * the acknowledgement was accepted: another process may have done it meanwhile, and then its reply stands.
 */
export async function actFirst(act: () => Promise<Card>, { id }: InteractionKey, log: Log): Promise<Begun> {
  const acting = act();
  // It may still fail when nobody is listening any more: another process has acknowledged.
  acting.catch(() => {});
  try {
    return (await settleWithin(acting, actingTime)) ? { card: await acting } : { card: null, act: () => acting };
  } catch (error) {
    log.warn({ interaction: id, error: loggable(error) }, 'What an event calls for failed, and is tried once more.');
    return { card: null, act };
  }
}
