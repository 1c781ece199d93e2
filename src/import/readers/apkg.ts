import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { constants, createZstdDecompress } from 'node:zlib';
import type { Archive } from '../archive.ts';
import type { Entry } from '../candidate.ts';
import { note } from '../candidate.ts';
import type { Limits } from '../limits.ts';
import { UnreadableSource } from '../unreadable-source.ts';
import { readCollection } from './apkg-collection.ts';
import { collectionOf } from './apkg-version.ts';

/** Bytes of `meta`, which holds a version. */
const longestMeta = 1024;

/** The window of a compressed collection is at most 2 to the power of this, so that it takes 32 MB of memory and not 2 GB. */
const widestWindow = 25;

/**
 * The notes of a deck (.apkg, .colpkg), in the order in which they were made. Its collection goes to a folder of its own until it is read, since
 * it may be larger than the memory; what is in its cards, pictures and sounds, stays where it is.
 */
export async function* readDeck(archive: Archive, limits: Limits): AsyncGenerator<Entry> {
  const { names, numbered } = archive;
  const meta = names.includes('meta') ? await archive.bytesOf('meta', longestMeta) : null;
  const collection = collectionOf(names, meta);
  if (typeof collection === 'string') throw new UnreadableSource(collection);
  if (numbered > 0) yield note(`Pictures and sounds are not taken: ${numbered} in the deck.`);
  const folder = await mkdtemp(join(tmpdir(), 'deck-'));
  try {
    const path = join(folder, 'collection.db');
    await archive.save(collection.name, path, limits.collectionBytes, collection.compressed ? unpack() : undefined);
    yield* readCollection(path, limits);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function unpack() {
  return createZstdDecompress({ params: { [constants.ZSTD_d_windowLogMax]: widestWindow } });
}
