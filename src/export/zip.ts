import { strToU8, zipSync } from 'fflate';

/** The earliest instant that an archive can name: of the same files the same bytes. */
const noDate = new Date(1980, 0, 1);

/** Files by their paths as an archive. */
export function zip(files: readonly { readonly path: string; readonly text: string }[]): Uint8Array {
  return zipSync(Object.fromEntries(files.map(({ path, text }) => [path, strToU8(text)])), { mtime: noDate });
}
