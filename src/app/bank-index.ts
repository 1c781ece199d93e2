import type { AskedItem } from '../core/asked-item.ts';
import { askedItem, contentOf, itemKey } from '../core/asked-item.ts';
import type { Bank, Subject } from '../core/bank.ts';
import { setBounded } from '../core/bounded-map.ts';
import type { Item, Level, Question, Topic } from '../core/question.ts';
import { levelOf } from '../core/question.ts';
import type { Conflicts } from '../core/quiz/conflicts.ts';
import { conflictsOf } from '../core/quiz/conflicts.ts';
import { isSameItem } from '../core/same-item.ts';
import type { Unit } from './store/store.ts';

/** An item of the bank with its question, and the hash that identifies it wherever it is asked. */
export type BankItem = { readonly question: Question; readonly item: Item; readonly hash: string };

/** The bank by ids, and everything that was asked, whether or not the bank still has it. */
export type BankIndex = {
  /** What the bank is about. */
  readonly subject: () => Subject;
  /** What the bank is about that has or had a question; the present one, unless its id says another. */
  readonly subjectOf: (question: string) => Subject;
  /** True for a question of the bank itself; `question` also finds those of banks beside it. */
  readonly includes: (question: string) => boolean;
  readonly question: (id: string) => Question | undefined;
  readonly item: (question: string, item: string) => BankItem | undefined;
  /** All items of the topics (empty: of all) and the level (null: of all). */
  readonly items: (topics: readonly Topic[], level: Level | null) => readonly BankItem[];
  /** The questions that can be asked openly: those with a checklist, of the topics and the level likewise. */
  readonly open: (topics: readonly Topic[], level: Level | null) => readonly Question[];
  /** Which of its items give each other away. */
  readonly conflicts: () => Conflicts;
  /** What is asked under a hash, if it is in memory; whatever this bank asks certainly is. */
  readonly remembered: (hash: string) => AskedItem | undefined;
  /** The same from memory or the database; undefined if unknown. */
  readonly asked: (unit: Pick<Unit, 'items'>, hash: string) => Promise<AskedItem | undefined>;
  readonly allAsked: (unit: Pick<Unit, 'items'>, hashes: readonly string[]) => Promise<ReadonlyMap<string, AskedItem>>;
  /**
   * The bank's item that was asked under a hash, however its words have been edited since; undefined if the bank no
   * longer has it, or has it with another key (see `isSameItem`).
   */
  readonly present: (hash: string, asked: AskedItem) => BankItem | undefined;
};

/** How many items that the bank no longer has, and look-ups of their present versions, are kept in memory. */
const mostRemembered = 2000;

/** `digest` hashes a content, see `contentDigest`. */
export function createBankIndex(
  { subject, questions }: Pick<Bank, 'subject' | 'questions'>,
  digest: (content: string) => string,
): BankIndex {
  const byId = new Map(questions.map((question) => [question.id, question]));
  const items = questions.flatMap((question) =>
    question.items.map((item): BankItem => ({ question, item, hash: digest(contentOf({ question, item })) })),
  );
  const byKey = new Map(items.map((entry) => [itemKey(entry.question.id, entry.item.id), entry]));
  const own = new Map(items.map(({ hash, question, item }) => [hash, askedItem(question, item)]));
  const others = new Map<string, AskedItem>();
  const same = new Map<string, BankItem | undefined>();

  let conflicts: Conflicts | null = null;

  const remembered = (hash: string) => own.get(hash) ?? others.get(hash);

  async function allAsked(
    unit: Pick<Unit, 'items'>,
    hashes: readonly string[],
  ): Promise<ReadonlyMap<string, AskedItem>> {
    const known = new Map<string, AskedItem>();
    for (const hash of hashes) {
      const asked = remembered(hash);
      if (asked !== undefined) known.set(hash, asked);
    }
    const missing = [...new Set(hashes)].filter((hash) => hash !== '' && !known.has(hash));
    for (const [hash, asked] of missing.length === 0 ? [] : await unit.items.find(missing)) {
      known.set(hash, asked);
      setBounded(others, hash, asked, mostRemembered);
    }
    return known;
  }

  function present(hash: string, asked: AskedItem): BankItem | undefined {
    if (same.has(hash)) return same.get(hash);
    const entry = byKey.get(itemKey(asked.question.id, asked.item.id));
    const found = entry !== undefined && (entry.hash === hash || isSameItem(asked, entry)) ? entry : undefined;
    setBounded(same, hash, found, mostRemembered);
    return found;
  }

  return {
    subject: () => subject,
    subjectOf: () => subject,
    includes: (question) => byId.has(question),
    question: (id) => byId.get(id),
    item: (question, item) => byKey.get(itemKey(question, item)),
    items: (topics, level) =>
      items.filter(
        ({ question, item }) =>
          (topics.length === 0 || topics.includes(question.topic)) &&
          (level === null || levelOf(question, item) === level),
      ),
    open: (topics, level) =>
      questions.filter(
        (question) =>
          question.points !== undefined &&
          (topics.length === 0 || topics.includes(question.topic)) &&
          (level === null || question.level === level),
      ),
    conflicts: () => (conflicts ??= conflictsOf(questions)),
    remembered,
    asked: async (unit, hash) => remembered(hash) ?? (await allAsked(unit, [hash])).get(hash),
    allAsked,
    present,
  };
}

/** An index that always delegates to that of the present bank. */
export function followBank(present: () => BankIndex): BankIndex {
  return {
    subject: () => present().subject(),
    subjectOf: (question) => present().subjectOf(question),
    includes: (question) => present().includes(question),
    question: (id) => present().question(id),
    item: (question, item) => present().item(question, item),
    items: (topics, level) => present().items(topics, level),
    open: (topics, level) => present().open(topics, level),
    conflicts: () => present().conflicts(),
    remembered: (hash) => present().remembered(hash),
    asked: (unit, hash) => present().asked(unit, hash),
    allAsked: (unit, hashes) => present().allAsked(unit, hashes),
    present: (hash, asked) => present().present(hash, asked),
  };
}

/** Everything that a bank may ask, by hash. */
export function askedOf(bank: Pick<BankIndex, 'items'>): ReadonlyMap<string, AskedItem> {
  return new Map(bank.items([], null).map(({ hash, question, item }) => [hash, askedItem(question, item)]));
}
