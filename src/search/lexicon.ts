import type { SubjectWords } from '../core/bank.ts';
import { stem } from './stem.ts';
import type { Tokenizer } from './tokenize.ts';
import { createTokenizer } from './tokenize.ts';

/** What a bank says of its subject's words, by phrases of stems. */
export type Lexicon = {
  readonly tokenize: Tokenizer;
  /** Every phrase in a row of stems, overlapping ones too, in the order of their first words. */
  readonly find: (stems: readonly string[]) => readonly Phrase[];
  /** Whether a stem is a name of the subject itself. */
  readonly isOwn: (stem: string) => boolean;
  /** Whether a stem is a word of an entry, or a name of the subject. */
  readonly isName: (stem: string) => boolean;
};

export type Phrase = {
  /** Index of its first word, and how many words it has. */
  readonly start: number;
  readonly length: number;
  /** The term that all spellings of one meaning share; null where it has no other. */
  readonly shared: string | null;
  /** Whether it names something next door. */
  readonly neighbour: boolean;
};

type Entry = { shared: string | null; neighbour: boolean };

/** `titles`: a long form with its letters in brackets, “random access memory (RAM)”, makes both of them one. */
export function createLexicon(words: SubjectWords, titles: readonly string[]): Lexicon {
  const groups = [...words.synonyms, ...titles.flatMap(acronymsOf)];
  const tokenize = createTokenizer([...words.own, ...words.neighbours, ...groups.flat()]);
  const stemsOf = (text: string) => tokenize(text).words.map(stem);
  const entries = new Map<string, Entry>();
  const known = new Set<string>();
  /** By first stem, the length of the longest phrase. */
  const longest = new Map<string, number>();
  const entryOf = (text: string): Entry => {
    const stems = stemsOf(text);
    for (const root of stems) known.add(root);
    const key = stems.join(' ');
    const entry = entries.get(key) ?? { shared: null, neighbour: false };
    entries.set(key, entry);
    longest.set(stems[0] ?? '', Math.max(longest.get(stems[0] ?? '') ?? 0, stems.length));
    return entry;
  };
  groups.forEach((group, index) => {
    const members = group.map(entryOf);
    const before = new Set(members.map(({ shared }) => shared));
    before.delete(null);
    // Groups that have a word in common are one.
    for (const entry of [...members, ...entries.values()]) {
      if (members.includes(entry) || before.has(entry.shared)) entry.shared = `=${index}`;
    }
  });
  for (const neighbour of words.neighbours) entryOf(neighbour).neighbour = true;
  const own = new Set(words.own.flatMap(stemsOf));

  return {
    tokenize,
    isOwn: (root) => own.has(root),
    isName: (root) => own.has(root) || known.has(root),
    find: (stems) => {
      const found: Phrase[] = [];
      for (let start = 0; start < stems.length; start += 1) {
        const most = Math.min(longest.get(stems[start] ?? '') ?? 0, stems.length - start);
        let key = '';
        for (let length = 1; length <= most; length += 1) {
          key = length === 1 ? (stems[start] ?? '') : `${key} ${stems[start + length - 1]}`;
          const entry = entries.get(key);
          if (entry !== undefined) found.push({ start, length, ...entry });
        }
      }
      return found;
    },
  };
}

/** Pairs of a long form and its initials, as “random access memory (RAM)” gives them. */
function acronymsOf(title: string): readonly (readonly string[])[] {
  return [...title.matchAll(/\((\p{Lu}{2,6})s?\)/gu)].flatMap((match) => {
    const letters = (match[1] ?? '').toLowerCase();
    const before = title.slice(0, match.index).match(/[\p{L}\p{N}]+/gu) ?? [];
    const long = before.slice(-letters.length);
    const fits = long.map((word) => word[0]?.toLowerCase()).join('') === letters;
    return fits ? [[letters, long.join(' ')]] : [];
  });
}
