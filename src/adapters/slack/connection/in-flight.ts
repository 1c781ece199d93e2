/** Work that has started and not finished. */
export type InFlight = {
  readonly track: (work: Promise<void>) => Promise<void>;
  /** Resolves when nothing is left, whether it succeeded or failed. */
  readonly settled: () => Promise<void>;
};

/** Bolt's own `stop` returns while listeners that have acknowledged are still working; this waits for them. */
export function createInFlight(): InFlight {
  const running = new Set<Promise<void>>();
  return {
    track(work) {
      running.add(work);
      const forget = () => running.delete(work);
      work.then(forget, forget);
      return work;
    },
    async settled() {
      while (running.size > 0) await Promise.allSettled(running);
    },
  };
}
