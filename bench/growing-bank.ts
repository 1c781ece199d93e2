import type { Question } from '../src/core/question.ts';

/** A generator of numbers in [0, 1) that gives the same row for the same seed (mulberry32). */
export function seededChance(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Share of the words that are swapped for made-up ones, so that the vocabulary grows with the bank as in real text. */
const swapped = 0.3;

/**
 * The bank, followed by synthetic questions up to `size`: sentences of the bank recombined, some words replaced by
 * pseudo-words that follow Zipf's law. The same size gives the same bank.
 */
export function growBank(bank: readonly Question[], size: number): readonly Question[] {
  const chance = seededChance(7);
  const pick = <Item>(items: readonly Item[]) => items[Math.floor(chance() * items.length)];
  const sentences = bank
    .flatMap(({ answer }) => answer.split(/(?<=[.:])\s+/))
    .filter((text) => /^[\w ,.'()-]{20,200}$/.test(text));
  const titles = bank.flatMap(({ title, aliases }) => [title, ...aliases]);
  const vary = (text: string) =>
    text.replace(/[a-z]{4,}/g, (word) => (chance() < swapped ? pseudoWord(chance, size) : word));
  return Array.from({ length: size }, (_, index): Question => {
    const question = bank[index];
    if (question !== undefined) return question;
    return {
      id: `synthetic-${index}`,
      seed: null,
      title: vary(pick(titles) ?? ''),
      aliases: [vary(pick(titles) ?? ''), vary(pick(titles) ?? '')],
      errors: [],
      topic: pick(bank)?.topic ?? 'fundamentals',
      level: 'easy',
      references: [],
      items: [],
      answer: Array.from({ length: 4 }, () => vary(pick(sentences) ?? '')).join(' '),
      body: [],
    };
  });
}

/** A pronounceable word; the vocabulary is about as large as the bank, low ranks are frequent. */
function pseudoWord(chance: () => number, vocabulary: number): string {
  let rank = Math.floor(Math.exp(chance() * Math.log(vocabulary + 100)));
  let word = '';
  for (; rank > 0; rank = Math.floor(rank / 80))
    word += `${'bdfgklmnprstvzjw'[rank % 16]}${'aeiou'[Math.floor(rank / 16) % 5]}`;
  return `${word}k${'aeiou'[word.length % 5]}n`;
}
