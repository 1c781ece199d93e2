import type { BankIndex } from '../bank-index.ts';
import type { Environment } from '../environment.ts';
import type { Log } from '../ports.ts';

/** From one look to the next, in ms: so long may another instance, or `bank flags --clear`, go unnoticed. */
const pause = 60_000;

type Options = Pick<Environment, 'store'> & {
  readonly log: Log;
  /** So many people have to flag an item; null if flags let none rest. */
  readonly people: number | null;
};

/** The items that rest until somebody has looked at them, since enough people say they are wrong. */
export type Resting = {
  /** By their hashes, as of the latest look. */
  readonly hashes: () => ReadonlySet<string>;
  /** Looks again; never rejects. */
  readonly look: () => Promise<void>;
  /** Looks every minute from now on. */
  readonly start: () => void;
  readonly stop: () => void;
};

/** Empty until it has looked. */
export function createResting({ store, log, people }: Options): Resting {
  let hashes: ReadonlySet<string> = new Set();
  let timer: NodeJS.Timeout | undefined;

  async function look(): Promise<void> {
    if (people === null) return;
    try {
      hashes = new Set(await store.transact(({ flags }) => flags.resting(people)));
    } catch (error) {
      log.warn({ err: error }, 'What rests because of flags could not be looked for; trying again.');
    }
  }

  return {
    hashes: () => hashes,
    look,
    start: () => {
      if (people === null) return;
      timer = setInterval(() => void look(), pause);
      timer.unref();
    },
    stop: () => clearInterval(timer),
  };
}

/**
 * The bank without what rests, for whoever chooses what to ask; what was asked already is found as before. Where nothing would be
 * left of a topic and level it stays: otherwise a few people could end a channel's daily question.
 */
export function withoutResting(bank: BankIndex, resting: () => ReadonlySet<string>): BankIndex {
  const isFree = (hash: string | undefined) => hash === undefined || !resting().has(hash);
  return {
    ...bank,
    question: (id) => {
      const question = bank.question(id);
      if (question === undefined || resting().size === 0) return question;
      return { ...question, items: question.items.filter((item) => isFree(bank.item(id, item.id)?.hash)) };
    },
    items: (topics, level) => {
      const all = bank.items(topics, level);
      if (resting().size === 0) return all;
      const free = all.filter(({ hash }) => isFree(hash));
      return free.length === 0 ? all : free;
    },
  };
}
