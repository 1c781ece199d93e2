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

/**
 * Attempts by kind (`post 42`: a route and its channel). After a 429, no attempt of that kind is made before the time
 * that Discord gave: rejected requests count towards the ban at 10,000 in 10 minutes
 * (https://discord.com/developers/docs/topics/rate-limits#invalid-request-limit-aka-cloudflare-bans).
 */
export function createAttempts(): Attempt {
  const rateLimits = createRateLimits(Date.now);
  return async (kind, act, explain) => {
    const wait = rateLimits.wait(kind);
    if (wait > 0) return { kind: 'later', after: wait, reason: 'rate limit' };
    try {
      const message = await act();
      return { kind: 'done', posted: { message, at: instantOf(message) } };
    } catch (error) {
      const delivery = toDelivery(error);
      if (error instanceof RateLimitError && delivery.kind === 'later')
        rateLimits.hold(kind, delivery.after, error.global);
      const hindrance = delivery.kind === 'refused' ? explain?.(error) : undefined;
      return hindrance === undefined ? delivery : { ...delivery, hindrance };
    }
  };
}
