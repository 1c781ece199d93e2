/**
 * A rate with a burst: `take` gives 0 and takes one, or the ms until it is worth another try, and takes none. Those who
 * are told to wait are told of different places, one after the other: were all told of the next one, they would all come
 * for it, and who came first would be chance.
 */
export type TokenBucket = {
  readonly take: () => number;
  readonly giveBack: () => void;
  readonly isFull: () => boolean;
};

/** Longest wait in ms that is told: some who were told of a place do without it. */
const longestWait = 10_000;

/** Fills with one every `interval` ms up to `burst`. `steady` is in ms and only goes on. */
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
