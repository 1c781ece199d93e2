import type { BankEvents, BankNews } from '../inbound/bank-events.ts';

/** The latest news about the question bank, for pages to show. */
export type BankNotice = {
  /** Null until there is any. */
  readonly news: () => BankNews | null;
  /** Increases by one with every piece of news. */
  readonly version: () => number;
  readonly subscribe: (listener: () => void) => () => void;
  /** Stops listening. */
  readonly stop: () => void;
};

/** Without events there is never any news. */
export function createBankNotice(events: BankEvents | null): BankNotice {
  const listeners = new Set<() => void>();
  let last: BankNews | null = null;
  let version = 0;
  const stop = events?.onChange((news) => {
    last = news;
    version += 1;
    for (const listener of listeners) listener();
  });
  return {
    news: () => last,
    version: () => version,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    stop: () => stop?.(),
  };
}
