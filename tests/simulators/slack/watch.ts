/** Waits for what becomes so by and by. */
export type Watch = {
  /** Resolves once it is so, at once when it is. */
  readonly until: (isSo: () => boolean) => Promise<void>;
  /** Something has happened: everybody who waits looks again. */
  readonly look: () => void;
};

export function createWatch(): Watch {
  const watchers = new Set<() => void>();
  return {
    until: (isSo) =>
      new Promise((resolve) => {
        const watcher = () => {
          if (!isSo()) return;
          watchers.delete(watcher);
          resolve();
        };
        watchers.add(watcher);
        watcher();
      }),
    look: () => {
      for (const watcher of watchers) watcher();
    },
  };
}
