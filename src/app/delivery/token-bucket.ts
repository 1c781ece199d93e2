/** A rate limit: at most `burst` at once, and one more every `interval` ms. */
export type Rate = { readonly burst: number; readonly interval: number };

/** What was left of a rate at an instant of a monotonic clock (ms); `shut`: nothing may go before. */
export type Bucket = { readonly tokens: number; readonly at: number; readonly shut: number };

/** One from which nothing was taken yet. */
export function fullBucket({ burst }: Rate, now: number): Bucket {
  return { tokens: burst, at: now, shut: now };
}

/** The same bucket at a later instant. */
function refilled({ tokens, at, shut }: Bucket, { burst, interval }: Rate, now: number): Bucket {
  const gained = Math.max(0, now - at) / interval;
  return { tokens: Math.min(burst, tokens + gained), at: Math.max(at, now), shut };
}

/** Milliseconds until there are `needed` tokens, 0 if there are. More than the burst are never asked for. */
export function waitFor(bucket: Bucket, rate: Rate, needed: number, now: number): number {
  const { tokens, shut } = refilled(bucket, rate, now);
  const missing = Math.min(needed, rate.burst) - tokens;
  // What was reckoned with fractions may be off by far less than this.
  const filling = missing <= 1e-6 ? 0 : Math.ceil(missing * rate.interval);
  return Math.max(filling, Math.ceil(shut - now), 0);
}

export function taken(bucket: Bucket, rate: Rate, now: number): Bucket {
  const { tokens, ...rest } = refilled(bucket, rate, now);
  return { ...rest, tokens: Math.max(0, tokens - 1) };
}

export function isFull(bucket: Bucket, rate: Rate, now: number): boolean {
  return refilled(bucket, rate, now).tokens >= rate.burst && bucket.shut <= now;
}
