/** Work that has been begun and not yet finished. */
export type InFlight = {
  readonly track: (work: Promise<void>) => Promise<void>;
  /** Resolves when nothing is left, whatever became of it. */
  readonly settled: () => Promise<void>;
};

/** Bolt's own `stop` returns while listeners that have acknowledged are still at work; this is what to wait for. */
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
