import { putDirectMessage } from '../delivery/direct-message.ts';
import type { Environment } from '../environment.ts';
import type { Log } from '../ports.ts';
import type { BankChoice } from '../store/bank-choice.ts';
import type { Unit } from '../store/store.ts';
import { bankMissingCard } from '../views/banks.ts';
import type { Library } from './library.ts';

/** From one look to the next, in ms: so long may another instance go by what was chosen before. */
const pause = 3000;

/** A choice may become visible so long (ms) after the instant that it bears. */
const overlap = 60_000;

type Options = Pick<Environment, 'store' | 'clock'> & {
  readonly library: Library;
  readonly log: Log;
};

/** Which bank each channel uses. */
export type ChannelBanks = {
  /** The name of the bank in use; the default one's where none was chosen, or the chosen one is there no more. */
  readonly of: (channel: string) => string;
  /** Uses a bank from now on, in this process; others look every few seconds. */
  readonly note: (choice: Pick<BankChoice, 'channel' | 'bank'>) => void;
  /** A workspace or server is forgotten: nothing is chosen there any more. */
  readonly forget: (scope: string) => void;
  /** Reads all that was chosen, and tells who chose a bank that is there no more, once. */
  readonly recover: () => Promise<void>;
  /** Looks for what other instances have changed from now on. */
  readonly start: () => void;
  readonly stop: () => void;
};

/** Kept in memory, since a reply must not wait for the database to know what it is about. */
export function createChannelBanks({ store, clock, library, log }: Options): ChannelBanks {
  const chosen = new Map<string, string>();
  let seen = 0;
  let timer: NodeJS.Timeout | undefined;

  function note({ channel, bank }: Pick<BankChoice, 'channel' | 'bank'>): void {
    if (bank === '') chosen.delete(channel);
    else chosen.set(channel, bank);
  }

  async function look(): Promise<void> {
    const choices = await store.transact(({ banks }) => banks.chosenSince(seen - overlap));
    for (const choice of choices) note(choice);
    seen = Math.max(seen, ...choices.map(({ at }) => at));
  }

  async function tellOfMissing(unit: Unit): Promise<number> {
    const names = library.names();
    await unit.banks.noteThere(names);
    const missing = await unit.banks.missing(names);
    for (const { channel, scope, bank, setBy: user } of missing) {
      const now = clock.wall();
      const card = bankMissingCard({ channel, bank }, library.index('').subject());
      await putDirectMessage(unit, { id: `bank-missing:${channel}:${now.toString(36)}`, scope, user, card }, now);
      await unit.banks.noteMissing(channel);
    }
    return missing.length;
  }

  return {
    of: (channel) => {
      const name = chosen.get(channel) ?? '';
      return name !== '' && library.names().includes(name) ? name : '';
    },
    note,
    forget: (scope) => {
      for (const channel of chosen.keys()) if (channel.startsWith(`${scope}:`)) chosen.delete(channel);
    },
    recover: async () => {
      await look();
      const missing = await store.transact(tellOfMissing);
      if (missing > 0)
        log.warn({ channels: missing }, 'Channels use the default bank: theirs is not in BANKS any more.');
    },
    start: () => {
      // With one bank there is nothing to choose.
      if (library.names().length === 1) return;
      timer = setInterval(() => {
        look().catch((error: unknown) => log.warn({ err: error }, 'It could not be looked which bank channels use.'));
      }, pause);
      timer.unref();
    },
    stop: () => clearInterval(timer),
  };
}
