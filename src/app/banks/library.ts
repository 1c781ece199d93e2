import type { Subject } from '../../core/bank.ts';
import { bankNameOf, subjectAmong } from '../../core/bank-name.ts';
import type { BankIndex } from '../bank-index.ts';

/** All banks of the bot, each by its name; that of the default one is empty. */
export type Library = {
  readonly names: () => readonly string[];
  /** The name of the bank that a question or a topic is of, by its id; the default one's where there is no such bank. */
  readonly nameOf: (id: string) => string;
  /**
   * A bank to choose from: what it is about and what it has to ask are its own; what was asked once is found whatever bank it
   * is of. The default one where there is none of that name.
   */
  readonly index: (name: string) => BankIndex;
  /** All banks together, for what is of no channel. It is about what the default one is about. */
  readonly everything: BankIndex;
};

/** `banks` by name, with at least the default one; each is the index of whatever is the present version of that bank. */
export function createLibrary(banks: ReadonlyMap<string, BankIndex>): Library {
  const standard = banks.get('');
  if (standard === undefined) throw new Error('There is no default bank.');
  if (banks.size === 1) return { names: () => [''], nameOf: () => '', index: () => standard, everything: standard };
  const all = [...banks.values()];
  const nameOf = (id: string) => (banks.has(bankNameOf(id)) ? bankNameOf(id) : '');
  const of = (id: string) => banks.get(bankNameOf(id)) ?? standard;
  const subjects = new Map([...banks].map(([name, bank]) => [name, besideOthers(bank, all)] as const));
  const subjectOf = (name: string) => (subjects.get(name) ?? besideOthers(standard, all))();

  const byId: Omit<BankIndex, 'subject' | 'includes' | 'items' | 'open' | 'conflicts'> = {
    subjectOf: (question) => subjectOf(bankNameOf(question)),
    question: (id) => of(id).question(id),
    item: (question, item) => of(question).item(question, item),
    remembered: (hash) => all.map((bank) => bank.remembered(hash)).find((asked) => asked !== undefined),
    asked: async (unit, hash) => byId.remembered(hash) ?? standard.asked(unit, hash),
    allAsked: async (unit, hashes) => {
      const known = hashes.flatMap((hash) => {
        const asked = byId.remembered(hash);
        return asked === undefined ? [] : [[hash, asked] as const];
      });
      const found = new Map(known);
      if (found.size === new Set(hashes).size) return found;
      const others = hashes.filter((hash) => !found.has(hash));
      return new Map([...found, ...(await standard.allAsked(unit, others))]);
    },
    present: (hash, asked) => of(asked.question.id).present(hash, asked),
  };
  const indexes = new Map(
    [...banks].map(([name, bank]): [string, BankIndex] => [
      name,
      {
        ...byId,
        subject: () => subjectOf(name),
        // Of a bank that is there no more, as of what has no id, it is the one that is asked.
        subjectOf: (question) => subjectOf(banks.has(bankNameOf(question)) ? bankNameOf(question) : name),
        includes: bank.includes,
        items: bank.items,
        open: bank.open,
        conflicts: bank.conflicts,
      },
    ]),
  );
  const standardIndex = indexes.get('') ?? standard;
  return {
    names: () => [...banks.keys()],
    nameOf,
    index: (name) => indexes.get(name) ?? standardIndex,
    everything: {
      ...standardIndex,
      includes: (question) => of(question).includes(question),
      items: (topics, level) => all.flatMap((bank) => bank.items(topics, level)),
      open: (topics, level) => all.flatMap((bank) => bank.open(topics, level)),
      conflicts: () => new Map(all.flatMap((bank) => [...bank.conflicts()])),
    },
  };
}

/** What a bank is about, with the topics of the others; made anew when any of them has changed. */
function besideOthers(bank: BankIndex, all: readonly BankIndex[]): () => Subject {
  let before: readonly Subject[] = [];
  let made: Subject | null = null;
  return () => {
    const now = all.map((each) => each.subject());
    const isSame = made !== null && now.every((subject, place) => subject === before[place]);
    if (made !== null && isSame) return made;
    before = now;
    made = subjectAmong(bank.subject(), now);
    return made;
  };
}
