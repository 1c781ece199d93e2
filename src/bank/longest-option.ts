import type { Complaint } from './complaint.ts';
import type { QuestionFile } from './question-file.ts';

/** Options longer than this many characters count as prose, where length must not give away the key. */
export const proseLength = 20;

/**
 * Allowed share of keys among the single longest options: chance is a quarter, and outside this range length is a hint.
 */
const share = { least: 0.1, most: 0.35 };

/** With this many items the share alone decides; with fewer, it must also be less likely than `rare` by chance. */
const enough = 40;
const rare = 0.05;

/** How many places a complaint names. */
const named = 10;

/** How often the key is the longest option, among prose items with a single longest option. */
export type LongestOptions = {
  readonly items: number;
  readonly keys: number;
  /** The items whose key is the longest option, and those whose key is not. */
  readonly telling: readonly Place[];
  readonly others: readonly Place[];
};

type Place = { readonly file: string; readonly line: number };

export function countLongest(files: readonly QuestionFile[]): LongestOptions {
  const telling: Place[] = [];
  const others: Place[] = [];
  for (const { file, fields, lineOf } of files) {
    for (const [index, { options }] of fields.items.entries()) {
      const lengths = options.map(({ text }) => [...text].length);
      const longest = Math.max(...lengths);
      const [only, ...more] = options.filter((_, option) => lengths[option] === longest);
      if (longest <= proseLength || more.length > 0) continue;
      (only?.correct === true ? telling : others).push({ file, line: lineOf(['items', index, 'options']) });
    }
  }
  return { items: telling.length + others.length, keys: telling.length, telling, others };
}

/**
 * The complaint about a bank in which always or never choosing the longest option beats chance. A share of few items
 * means little, so it is checked against the binomial distribution: how likely chance alone (one in four) makes it that
 * uneven.
 */
export function lintLongest(files: readonly QuestionFile[]): readonly Complaint[] {
  const { items, keys, telling, others } = countLongest(files);
  if (items === 0) return [];
  const tooOften = keys / items > share.most && (items >= enough || atLeast(keys, items) < rare);
  const tooSeldom = keys / items < share.least && (items >= enough || 1 - atLeast(keys + 1, items) < rare);
  if (!tooOften && !tooSeldom) return [];
  const places = tooOften ? telling : others;
  const list = places.slice(0, named).map(({ file, line }) => `${file}:${line}`);
  const more = places.length > named ? ` and ${places.length - named} more` : '';
  const problem = `The right option is the longest in ${keys} of ${items} items in prose that have a single longest one.`;
  const cure = tooOften
    ? `A quarter is chance: lengthen a wrong option or shorten the right one in some of ${list.join(', ')}${more}.`
    : `A quarter is chance: lengthen the right option in some of ${list.join(', ')}${more}.`;
  return [{ file: '.', line: 1, field: 'items', problem, cure }];
}

/**
 * The probability of `successes` or more out of `trials` at one in four: the upper tail of the binomial distribution.
 */
function atLeast(successes: number, trials: number): number {
  let term = 0.75 ** trials;
  let below = 0;
  for (let count = 0; count < successes; count += 1) {
    below += term;
    term *= ((trials - count) / (count + 1)) * (0.25 / 0.75);
  }
  return 1 - below;
}
