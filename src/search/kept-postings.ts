import type { PostingColumns } from './postings.ts';

/** Postings as text, from which `unpackPostings` makes the same without indexing anything. */
export function packPostings({ size, ...columns }: PostingColumns): string {
  const { offsets, documents, worths, standings } = columns;
  const texts = [offsets, documents, worths, standings].map(({ buffer, byteOffset, byteLength }) =>
    new Uint8Array(buffer, byteOffset, byteLength).toBase64(),
  );
  return [String(size), ...texts].join(' ');
}

/** The postings of a text that `packPostings` made. */
export function unpackPostings(packed: string): PostingColumns {
  const [size = '0', ...texts] = packed.split(' ');
  const [offsets, documents, worths, standings] = texts.map((text) => Uint8Array.fromBase64(text));
  return {
    offsets: new Int32Array(offsets?.buffer ?? new ArrayBuffer()),
    documents: new Int32Array(documents?.buffer ?? new ArrayBuffer()),
    worths: new Float64Array(worths?.buffer ?? new ArrayBuffer()),
    standings: standings ?? new Uint8Array(),
    size: Number(size),
  };
}
