import { readFile } from 'node:fs/promises';

/** A query with the ids of the questions that answer it, best first; none for one that the bank does not cover. */
export type LabelledQuery = { readonly q: string; readonly expect: readonly string[]; readonly kind: string };

export type Half = 'dev' | 'reserved';

/** Reads a JSON file of labelled queries. */
export async function readQueries(path: string): Promise<readonly LabelledQuery[]> {
  return JSON.parse(await readFile(path, 'utf8')) as LabelledQuery[];
}

/**
 * The half to which a query belongs, by a hash (FNV-1a) of its text alone. Only `dev` is looked at while the search is
 * worked on; `reserved` says whether what was learned there holds.
 */
export function halfOf({ q }: Pick<LabelledQuery, 'q'>): Half {
  let hash = 2_166_136_261;
  for (const byte of new TextEncoder().encode(q)) hash = Math.imul(hash ^ byte, 16_777_619) >>> 0;
  return (hash >>> 8) % 2 === 0 ? 'dev' : 'reserved';
}
