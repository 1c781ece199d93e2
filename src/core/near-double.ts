import { itemKey } from './asked-item.ts';
import { plainWords } from './plain-words.ts';
import type { Item, Question } from './question.ts';

/** From this share of common words on, two items are one in other words. */
const nearlyAll = 0.6;

/** Two items by their keys. */
export type Pair = readonly [string, string];

type Asking = Pick<Question, 'id' | 'items'>;

/** An item with the words of its stem, its code and its right option. */
type Text = { readonly key: string; readonly words: ReadonlySet<string> };

/** The same with what its words weigh in all. */
type Told = Text & { readonly weight: number };

type Weigh = (word: string) => number;

/**
 * The pairs of items that ask nearly the same in nearly the same words, so that one gives the other away. Compared is the
 * weight of the words that both have with that of all that either has; a word weighs the more, the fewer items have it.
 * Each pair once, in the order of the items.
 */
export function nearDoubles(questions: readonly Asking[]): readonly Pair[] {
  const texts = textsOf(questions);
  const weigh = weighBy(texts);
  const earlier = new Map<string, Told[]>();
  return texts.flatMap((text) => {
    const item = told(text, weigh);
    const { key } = item;
    const marks = marksOf(item, weigh);
    const near = new Set(marks.flatMap((mark) => earlier.get(mark) ?? []));
    for (const mark of marks) earlier.set(mark, [...(earlier.get(mark) ?? []), item]);
    return [...near].filter((other) => isNear(item, other, weigh)).map((other): Pair => [other.key, key]);
  });
}

/**
 * The keys of items of other questions that are near-doubles of an item of this one, as `nearDoubles` of all of them finds
 * them, in the order of the items; those of a new question cost a fraction of what all pairs do.
 */
export function nearDoublesOf(question: Asking, others: readonly Asking[]): readonly string[] {
  const [own, rest] = [textsOf([question]), textsOf(others)];
  const weigh = weighBy([...rest, ...own]);
  const mine = own.map((text) => told(text, weigh));
  return rest
    .map((text) => told(text, weigh))
    .filter((other) => mine.some((item) => isNear(item, other, weigh)))
    .map(({ key }) => key);
}

function textsOf(questions: readonly Asking[]): readonly Text[] {
  return questions.flatMap(({ id, items }) =>
    items.map((item) => ({ key: itemKey(id, item.id), words: wordsOf(item) })),
  );
}

function weighBy(texts: readonly Text[]): Weigh {
  const counts = new Map<string, number>();
  for (const word of texts.flatMap(({ words }) => [...words])) counts.set(word, (counts.get(word) ?? 0) + 1);
  return (word) => Math.log(1 + texts.length / (counts.get(word) ?? 1));
}

function told({ key, words }: Text, weigh: Weigh): Told {
  return { key, words, weight: sumOf([...words], weigh) };
}

function wordsOf({ stem, code = '', options }: Item): ReadonlySet<string> {
  const right = options.filter(({ correct }) => correct).map(({ text }) => text);
  return new Set(plainWords([stem, code, ...right].join(' ')));
}

/**
 * The heaviest words of an item, so many that the others alone are too few for a near-double. Two near-doubles have at
 * least one of these in common, so that few pairs have to be compared.
 */
function marksOf({ words, weight }: Told, weigh: Weigh): readonly string[] {
  let before = 0;
  const heaviest = [...words].toSorted((one, other) => weigh(other) - weigh(one) || (one < other ? -1 : 1));
  return heaviest.filter((word) => {
    const isNeeded = weight - before >= nearlyAll * weight;
    before += weigh(word);
    return isNeeded;
  });
}

function isNear(one: Told, other: Told, weigh: Weigh): boolean {
  const shared = sumOf(
    [...one.words].filter((word) => other.words.has(word)),
    weigh,
  );
  return shared > 0 && shared >= nearlyAll * (one.weight + other.weight - shared);
}

function sumOf(words: readonly string[], weigh: Weigh): number {
  return words.reduce((sum, word) => sum + weigh(word), 0);
}
