import { cleanText } from './clean-text.ts';
import { modernSpelling } from './stem.ts';

/**
 * `words` in the order of the text, lower case; `compounds` are compound spellings as one run of letters
 * (`util.HashMap2` → `hashmap2`, `last_row` → `lastrow`), told with the position of the first word that they span.
 */
export type Tokens = {
  readonly words: readonly string[];
  readonly compounds: readonly Compound[];
  /** Words that stand as a program has them: behind a dot, or before a bracket (`list.sort(`). */
  readonly called: ReadonlySet<string>;
};

export type Compound = {
  readonly text: string;
  /** Index in `words` of its first part, and how many parts it has. */
  readonly start: number;
  readonly length: number;
  /** Written as a program writes it (`HashMap2`, `last_row`), not merely with a hyphen. */
  readonly code: boolean;
};

/** Longer words are cut: no word of a language or library comes near it. */
const longestWord = 40;

/** Words, languages with a sign (C++, C#), and operators that stand by themselves (`&&`, `..`), as people ask of them. */
const chunk =
  /(?<![\p{L}\p{N}_])\p{L}(?:\+\+|#)(?![\p{L}\p{N}_+#])|[\p{L}\p{M}\p{N}_]+(?:['-][\p{L}\p{M}\p{N}_]+)*|(?<![^\s`'"(])(?:(?![?!]+[\s`'"),]|[?!]+$)[|&$<>=!@%^*~+;?]{1,8}|\.{2,3})(?![^\s`'"),?])/gu;

const operator = /^[^\p{L}\p{M}\p{N}_]/u;

/** Whether a word of a text is an operator: one that no question tells of is mere punctuation. */
export function isOperator(word: string): boolean {
  return operator.test(word);
}

/** Most words are of this form, and none of them has parts. */
const plainWord = /^[a-z]+$/;

export type Tokenizer = (text: string) => Tokens;

/**
 * Takes text apart into words; the same for questions and queries. Any text gives a result. `names` are words of the subject
 * as they are written, each of them one word however many capitals it has.
 */
export function createTokenizer(names: readonly string[]): Tokenizer {
  const whole = new Set(names.flatMap((name) => name.toLowerCase().split(/[^\p{L}\p{N}]+/u)));
  return (text) => tokenize(text, whole);
}

function tokenize(text: string, whole: ReadonlySet<string>): Tokens {
  const words: string[] = [];
  const compounds: Compound[] = [];
  const called = new Set<string>();
  const plain = cleanText(text);
  for (const match of plain.matchAll(chunk)) {
    const [raw] = match;
    const end = match.index + raw.length;
    const isCalled =
      plain[end] === '(' || (plain[match.index - 1] === '.' && /[\p{L}\p{N}_]/u.test(plain[match.index - 2] ?? ''));
    if (isCalled) called.add(raw.toLowerCase());
    if (isOperator(raw) || /[+#]$/.test(raw)) {
      words.push(raw.toLowerCase());
      continue;
    }
    if (plainWord.test(raw)) {
      words.push(modernSpelling(raw.slice(0, longestWord)));
      continue;
    }
    const start = words.length;
    const joined = raw.replace(/['_-]/g, '');
    if (joined === '') continue;
    for (const part of raw.split(/[-_]+/)) words.push(...splitPart(part, whole));
    const length = words.length - start;
    if (length < 2) continue;
    const code = /_|[a-z][A-Z]|[A-Z]{2}[a-z]|[A-Za-z]\d/.test(raw);
    if (code || /^\p{L}+-\p{L}+$/u.test(raw) || /\d/.test(raw)) {
      compounds.push({ text: joined.toLowerCase().slice(0, longestWord), start, length, code });
    }
  }
  return { words, compounds, called };
}

function splitPart(part: string, whole: ReadonlySet<string>): readonly string[] {
  const bare = part.replace(/'s$|'S$/, '').replaceAll("'", '');
  if (bare === '') return [];
  // The plural of an acronym has no boundary before its last capital.
  if (/^\p{Lu}{2,}s$/u.test(bare)) return [bare.slice(0, -1).toLowerCase()];
  const lower = bare.toLowerCase();
  if (whole.has(lower) || /^(\d+x\d+|\d+d|\p{L}\d)$/u.test(lower)) return [lower];
  const parts = bare
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .replace(/(\p{Lu})(\p{Lu}\p{Ll})/gu, '$1 $2')
    .replace(/(\p{L})(\d)/gu, '$1 $2')
    .replace(/(\d)(?!d(?!\p{L}))(\p{L})/giu, '$1 $2')
    .split(' ');
  // Names like TeX have a part that is no word.
  const isName = /^\p{L}+$/u.test(bare) && parts.some((one) => one.length < shortestPart);
  return (isName ? [bare] : parts).map((word) => modernSpelling(word.toLowerCase().slice(0, longestWord)));
}

/** Fewer letters are no word of a compound. */
const shortestPart = 3;
