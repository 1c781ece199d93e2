import { RateLimitError } from 'discord.js';
import type { Delivery } from '../../../app/delivery/messenger.ts';
import type { Hindrance } from '../../../app/hindrance.ts';
import { instantOf } from '../connection/snowflake.ts';
import { createRateLimits } from './rate-limits.ts';
import { toDelivery } from './refusal.ts';

/**
 * Makes one attempt; `act` returns the id of the resulting message, and `explain` tells a person what a refusal says. Never
 * rejects.
 */
export type Attempt = (
  kind: string,
  act: () => Promise<string>,
  explain?: (error: unknown) => Hindrance | undefined,
) => Promise<Delivery>;

/** Is told whether Discord takes the bot's token for what is sent. */
export type Credentials = { readonly refused: () => void; readonly accepted: () => void };

/** After a 401 nothing is sent for so long (ms), whatever it is: each counts towards the ban as well. */
const refusedPause = 30_000;

/**
 * Attempts by kind (`post 42`: a route and its channel). After a 429, no attempt of that kind is made before the time
 * that Discord gave: rejected requests count towards the ban at 10,000 in 10 minutes
 * (https://discord.com/developers/docs/topics/rate-limits#invalid-request-limit-aka-cloudflare-bans).
 */
export function createAttempts(credentials: Credentials): Attempt {
  const rateLimits = createRateLimits(Date.now);
  let refusal: { readonly delivery: Delivery; readonly until: number } | null = null;
  return async (kind, act, explain) => {
    if (refusal !== null && Date.now() < refusal.until) return refusal.delivery;
    const wait = rateLimits.wait(kind);
    if (wait > 0) return { kind: 'later', after: wait, reason: 'rate limit' };
    try {
      const message = await act();
      refusal = null;
      credentials.accepted();
      return { kind: 'done', posted: { message, at: instantOf(message) } };
    } catch (error) {
      const delivery = toDelivery(error);
      if (delivery.kind === 'own') {
        refusal = { delivery, until: Date.now() + refusedPause };
        credentials.refused();
      }
      if (error instanceof RateLimitError && delivery.kind === 'later')
        rateLimits.hold(kind, delivery.after, error.global);
      const hindrance = delivery.kind === 'refused' ? explain?.(error) : undefined;
      return hindrance === undefined ? delivery : { ...delivery, hindrance };
    }
  };
}
