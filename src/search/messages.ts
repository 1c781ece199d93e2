import type { Question } from '../core/question.ts';

/** How much of a message that a question explains a text has, in (0, 1], by document; those below `least` are left out. */
export type MessageMatcher = (text: string) => Map<number, number>;

/** A text that has less of a message is about something else: one other name in a short message is another fault. */
const least = 0.78;

/** Pairs of words that a part of a message has at least: fewer stand in anybody's sentence. */
const leastPairs = 3;

/** Longest text (UTF-16 units) of which a message is looked for; a whole traceback has it at its end. */
const longestText = 4000;

/**
 * Recognises messages that people paste, by their pairs of neighbouring words. What differs each time, numbers, shapes and
 * addresses, stands for any.
 */
export function createMessageMatcher(questions: readonly Question[]): MessageMatcher {
  const patterns = questions.flatMap(({ errors }, document) =>
    errors.map((message) => ({ document, pairs: pairsOf(wordsOf(message)) })),
  );
  /** By the first word of a pair and its second, the patterns that have it. */
  const byPair = new Map<string, Map<string, number[]>>();
  patterns.forEach(({ pairs }, index) => {
    for (const [first, second] of pairs.values()) {
      const seconds = byPair.get(first) ?? new Map<string, number[]>();
      byPair.set(first, seconds.set(second, [...(seconds.get(second) ?? []), index]));
    }
  });
  return (text) => {
    const found = new Map<number, number>();
    if (patterns.length === 0) return found;
    const words = wordsOf(text.slice(-longestText));
    const matched = new Set<readonly number[]>();
    for (let at = 1; at < words.length; at += 1) {
      const having = byPair.get(words[at - 1] ?? '')?.get(words[at] ?? '');
      if (having !== undefined) matched.add(having);
    }
    if (matched.size === 0) return found;
    const said = pairsOf(words);
    const hits = new Map<number, number>();
    for (const having of matched) {
      for (const index of having) hits.set(index, (hits.get(index) ?? 0) + 1);
    }
    for (const [index, count] of hits) {
      const pattern = patterns[index];
      if (pattern === undefined || count < Math.min(leastPairs, pattern.pairs.size)) continue;
      // Whoever pastes a part of a long message says nothing else with it.
      const share = Math.max(count / pattern.pairs.size, count > leastPairs && count === said.size ? 1 : 0);
      if (share >= least) found.set(pattern.document, Math.max(found.get(pattern.document) ?? 0, share));
    }
    return found;
  };
}

function wordsOf(message: string): readonly string[] {
  return (
    message
      .toLowerCase()
      .replace(/0x[0-9a-f]+|\d+(?:[.,x:]\d+)*/g, '#')
      .replace(/\[#?(?:[,\s]*#)*\]|\(#?(?:[,\s]*#)*,?\)/g, '#')
      .match(/#|[\p{L}_]+/gu) ?? []
  );
}

/** Each pair of neighbours once, by its two words with a space between. */
function pairsOf(words: readonly string[]): ReadonlyMap<string, readonly [string, string]> {
  return new Map(words.slice(1).map((word, index) => [`${words[index]} ${word}`, [words[index] ?? '', word]]));
}
