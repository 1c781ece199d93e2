import { createWriteStream } from 'node:fs';
import type { Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { crc32 } from 'node:zlib';
import type { Entry as ZipEntry, ZipFile } from 'yauzl';
import { openPromise } from 'yauzl';
import type { Limits } from './limits.ts';
import { sizeOf } from './limits.ts';
import { cut } from './text/cut.ts';
import { UnreadableSource } from './unreadable-source.ts';

/** A zip archive that stays on the disk. */
export type Archive = AsyncDisposable & {
  /** Paths of its files in their order, those left out that are mere numbers. */
  readonly names: readonly string[];
  /** Files whose names are mere numbers, as a deck calls what is in its cards. */
  readonly numbered: number;
  /** One file as a whole; throws `UnreadableSource` if it is damaged or has more bytes than `most`. */
  readonly bytesOf: (name: string, most: number) => Promise<Buffer>;
  /** The same into a file at `path`, after it went through `change`; what comes out of that is counted, too. */
  readonly save: (name: string, path: string, most: number, change?: Transform) => Promise<void>;
};

/** Whether a file begins as archives do. */
export function isArchive(head: Uint8Array): boolean {
  const [p, k, third = 0, fourth = 0] = head;
  return p === 0x50 && k === 0x4b && ((third === 3 && fourth === 4) || (third === 5 && fourth === 6));
}

/** Opens an archive and reads what is in it, not the files themselves. Throws `UnreadableSource` if that cannot be read. */
export async function openArchive(path: string, limits: Pick<Limits, 'archiveFiles'>): Promise<Archive> {
  const zip = await whole(() => openPromise(path, { lazyEntries: true, autoClose: false }));
  try {
    const { entries, numbered } = await whole(() => listed(zip, limits.archiveFiles));
    const entryOf = (name: string) => {
      const entry = entries.get(name);
      if (entry === undefined) throw new UnreadableSource(`${cut(name, 200)} is not in the archive.`);
      return entry;
    };
    return {
      ...{ names: [...entries.keys()], numbered },
      bytesOf: (name, most) => whole(() => bytesOf(zip, entryOf(name), most)),
      save: (name, to, most, change) => whole(() => save(zip, entryOf(name), { to, most, change })),
      [Symbol.asyncDispose]: async () => zip.close(),
    };
  } catch (error) {
    zip.close();
    throw error;
  }
}

async function listed(zip: ZipFile, most: number) {
  const entries = new Map<string, ZipEntry>();
  let numbered = 0;
  if (zip.entryCount > most) throw new UnreadableSource(`The archive has more than ${most} files.`);
  for await (const entry of zip.eachEntry()) {
    // A deck may have a hundred thousand of these, and nobody reads them.
    if (/^\d+$/.test(entry.fileName)) numbered += 1;
    else if (!entry.fileName.endsWith('/')) entries.set(entry.fileName, entry);
  }
  return { entries, numbered };
}

async function bytesOf(zip: ZipFile, entry: ZipEntry, most: number): Promise<Buffer> {
  if (entry.uncompressedSize > most) throw tooLarge(entry.fileName, most);
  const parts: Buffer[] = [];
  for await (const part of counted(await opened(zip, entry), most, entry.fileName, entry.crc32)) parts.push(part);
  return Buffer.concat(parts);
}

type Target = { readonly to: string; readonly most: number; readonly change: Transform | undefined };

async function save(zip: ZipFile, entry: ZipEntry, { to, most, change }: Target): Promise<void> {
  const name = entry.fileName;
  const read = counted(await opened(zip, entry), most, name, entry.crc32);
  const file = createWriteStream(to, { flags: 'wx', mode: 0o600 });
  if (change === undefined) await pipeline(read, file);
  else await pipeline(read, change, (changed: AsyncIterable<Buffer>) => counted(changed, most, name), file);
}

function opened(zip: ZipFile, entry: ZipEntry): Promise<Readable> {
  if (entry.isEncrypted()) throw new UnreadableSource('The archive has a password. Save it without one.');
  return zip.openReadStreamPromise(entry);
}

/** Passes bytes on, and throws as soon as there are too many, or at the end if they have not this checksum. */
async function* counted(
  parts: AsyncIterable<Buffer>,
  most: number,
  name: string,
  checksum?: number,
): AsyncGenerator<Buffer> {
  let size = 0;
  let sum = 0;
  for await (const part of parts) {
    size += part.length;
    if (size > most) throw tooLarge(name, most);
    if (checksum !== undefined) sum = crc32(part, sum);
    yield part;
  }
  if (checksum !== undefined && sum !== checksum) throw new UnreadableSource(`${cut(name, 200)} in it is damaged.`);
}

function tooLarge(name: string, most: number): UnreadableSource {
  return new UnreadableSource(`${cut(name, 200)} in it unpacks to more than ${sizeOf(most)}.`);
}

/** What the archive's reader throws of a damaged archive, as a sentence; what the disk says is thrown on. */
async function whole<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof UnreadableSource || !(error instanceof Error)) throw error;
    if ('syscall' in error) throw error;
    const outside = /^(?:invalid relative path|absolute path|invalid characters in fileName): (.*)$/s.exec(
      error.message,
    );
    if (outside !== null) {
      throw new UnreadableSource(
        `It names a file outside of itself (${cut(outside[1] ?? '', 200)}); such an archive is not read.`,
      );
    }
    throw new UnreadableSource('The archive is damaged or cut off. Get it anew.');
  }
}
