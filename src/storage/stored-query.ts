import { storable } from './json.ts';

/** Characters of a query that are stored; longer ones say no more, and PostgreSQL indexes at most 2,700 bytes. */
const longestQuery = 300;

/** The end of a sentence in any script, and the marks that open one in Spanish. */
const sentenceMarks = /^[¿¡\s]+|[\p{Sentence_Terminal}…\s]+$/gu;

/**
 * A query as it is stored, and the key under which it is counted: the same for queries that differ only in case,
 * spaces, the width of letters and the marks around a sentence. Other marks stay, since `.item()` and `C#` need them.
 */
export function storedQuery(query: string): { readonly text: string; readonly key: string } {
  const text = cut(storable(query).trim().replace(/\s+/g, ' '));
  return { text, key: cut(text.normalize('NFKC').toLowerCase().replace(sentenceMarks, '')) };
}

function cut(text: string): string {
  return [...text].slice(0, longestQuery).join('');
}
