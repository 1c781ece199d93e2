import type { BankEvents, BankNews } from '../inbound/bank-events.ts';

/** The last news of the question bank, for pages to show. */
export type BankNotice = {
  /** Null as long as there was none. */
  readonly news: () => BankNews | null;
  /** Goes up by one with every news. */
  readonly version: () => number;
  readonly subscribe: (listener: () => void) => () => void;
  /** Hears no more. */
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
