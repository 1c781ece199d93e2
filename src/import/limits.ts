/** How much of a file is read, so that none takes all memory or never ends. */
export type Limits = {
  /** Bytes of a file that is read as a whole. */
  readonly fileBytes: number;
  /** Bytes of all that is unpacked of an archive, a deck's collection left out. */
  readonly unpackedBytes: number;
  /** Bytes of the collection in a deck, unpacked. */
  readonly collectionBytes: number;
  /** Files in an archive. */
  readonly archiveFiles: number;
  /** Characters of one question with all its options. */
  readonly questionCharacters: number;
  /** Options of one question. */
  readonly options: number;
};

const mebibyte = 2 ** 20;

export const usualLimits: Limits = {
  fileBytes: 32 * mebibyte,
  unpackedBytes: 64 * mebibyte,
  collectionBytes: 2048 * mebibyte,
  archiveFiles: 200_000,
  questionCharacters: 20_000,
  options: 26,
};

/** A number of bytes as people read it: `32 MB`. */
export function sizeOf(bytes: number): string {
  return bytes < mebibyte ? `${Math.max(1, Math.round(bytes / 1024))} kB` : `${Math.round(bytes / mebibyte)} MB`;
}
