/** A mutex that is granted in order of arrival. */
export type FairQueue = {
  /** Resolves when it is the caller's turn, which lasts until `leave`. */
  readonly enter: () => Promise<void>;
  readonly leave: () => void;
};

/** Creates an empty queue. */
export function createFairQueue(): FairQueue {
  const waiting: (() => void)[] = [];
  let isTaken = false;
  return {
    enter: () => {
      if (!isTaken) {
        isTaken = true;
        return Promise.resolve();
      }
      return new Promise((resolve) => waiting.push(resolve));
    },
    leave: () => {
      const next = waiting.shift();
      if (next === undefined) isTaken = false;
      else next();
    },
  };
}
