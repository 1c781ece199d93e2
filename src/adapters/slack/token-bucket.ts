/** A rate with a burst: `take` gives 0 and takes one, or the ms until there is one, and takes none. */
export type TokenBucket = {
  readonly take: () => number;
  readonly giveBack: () => void;
  readonly isFull: () => boolean;
};

/** Fills with one every `interval` ms up to `burst`. `steady` is in ms and only goes on. */
export function createTokenBucket(interval: number, burst: number, steady: () => number): TokenBucket {
  let tokens = burst;
  let filled = steady();
  const fill = () => {
    const now = steady();
    tokens = Math.min(burst, tokens + (now - filled) / interval);
    filled = now;
  };
  return {
    take() {
      fill();
      if (tokens < 1) return Math.ceil((1 - tokens) * interval);
      tokens -= 1;
      return 0;
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
