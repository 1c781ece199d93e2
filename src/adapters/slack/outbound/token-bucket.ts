/**
 * A rate limit with bursts: `take` returns 0 and takes a token, or takes none and returns the ms until it is worth
 * trying again. Callers that have to wait are given different times, one after the other: if all were told the next
 * one, all would come at once, and it would be chance who got it.
 */
export type TokenBucket = {
  readonly take: () => number;
  readonly giveBack: () => void;
  readonly isFull: () => boolean;
};

/** Longest wait in ms to return: some callers never come back for their token. */
const longestWait = 10_000;

/** Refills one token every `interval` ms, up to `burst`. `steady` is a monotonic clock in ms. */
export function createTokenBucket(interval: number, burst: number, steady: () => number): TokenBucket {
  let tokens = burst;
  let filled = steady();
  let promised = Number.NEGATIVE_INFINITY;
  const fill = () => {
    const now = steady();
    tokens = Math.min(burst, tokens + (now - filled) / interval);
    filled = now;
  };
  return {
    take() {
      fill();
      if (tokens >= 1) {
        tokens -= 1;
        return 0;
      }
      promised = Math.min(Math.max(filled + (1 - tokens) * interval, promised + interval), filled + longestWait);
      return Math.ceil(promised - filled);
    },
    giveBack() {
      tokens = Math.min(burst, tokens + 1);
    },
    isFull() {
      fill();
      return tokens >= burst;
    },
  };
}
