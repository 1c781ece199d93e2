import { execFileSync } from 'node:child_process';
import { createWriteStream } from 'node:fs';
import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { parseArgs } from 'node:util';
import { zstdCompressSync } from 'node:zlib';
import { Zip, ZipPassThrough } from 'fflate';
import { openArchive } from '../src/import/archive.ts';
import { usualLimits } from '../src/import/limits.ts';
import { readDeck } from '../src/import/readers/apkg.ts';
import { basic, writeCollection } from '../tests/import/deck-writer.ts';
import { seededChance } from './growing-bank.ts';

/**
 * What reading a large deck costs: by default 20,000 notes of about 2 kB and 600 MB of pictures. `--make PATH` keeps the deck there and
 * does no more, so that a whole import can be measured: `npm run bank -- import PATH --to DIR`.
 */
const { values } = parseArgs({
  options: {
    notes: { type: 'string', default: '20000' },
    media: { type: 'string', default: '600' },
    make: { type: 'string' },
  },
});

const picture = 300_000;

async function makeDeck(path: string, folder: string): Promise<void> {
  const collection = join(folder, 'collection.db');
  writeCollection(collection, someNotes(Number(values.notes)), 18);
  await pipeline(parts(await readFile(collection)), createWriteStream(path));
}

function* someNotes(count: number) {
  const chance = seededChance(1);
  const words = Array.from({ length: 2000 }, () => Math.floor(chance() * 36 ** 6).toString(36));
  const text = (length: number) => Array.from({ length }, () => words[Math.floor(chance() * words.length)]).join(' ');
  for (let index = 0; index < count; index += 1) {
    const front = `<div>What is <b>${text(8)}</b>?</div><img src="${index}.jpg">`;
    yield {
      type: basic,
      fields: [front, `<p>${text(150)}</p><ul><li>${text(100)}</li></ul>`],
      deck: `Deck::${index % 20}`,
    };
  }
}

/** The archive as it is written; bytes of pictures are random, as those of real ones look. */
function* parts(collection: Uint8Array): Generator<Uint8Array> {
  const chance = seededChance(2);
  const written: Uint8Array[] = [];
  const zip = new Zip((error, bytes) => {
    if (error) throw error;
    written.push(bytes);
  });
  const add = (name: string, bytes: Uint8Array) => {
    const file = new ZipPassThrough(name);
    zip.add(file);
    file.push(bytes, true);
    return written.splice(0);
  };
  yield* add('meta', Uint8Array.of(8, 3));
  yield* add('collection.anki21b', zstdCompressSync(collection));
  const bytes = new Uint8Array(picture).map(() => Math.floor(chance() * 256));
  const pictures = Math.floor((Number(values.media) * 1e6) / picture);
  for (let index = 0; index < pictures; index += 1) yield* add(String(index), bytes);
  yield* add('media', zstdCompressSync(new Uint8Array()));
  zip.end();
  yield* written.splice(0);
}

async function measure(path: string): Promise<void> {
  const { size } = await stat(path);
  const before = process.cpuUsage();
  const start = performance.now();
  let questions = 0;
  await using archive = await openArchive(path, usualLimits);
  for await (const entry of readDeck(archive, usualLimits)) if (entry.kind === 'candidate') questions += 1;
  const { user, system } = process.cpuUsage(before);
  const memory = Math.round(process.resourceUsage().maxRSS / 1024);
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  const processor = ((user + system) / 1e6).toFixed(1);
  console.log(
    `${questions} questions of ${Math.round(size / 1e6)} MB: ${seconds} s, ${processor} s of processor, ${memory} MB at most`,
  );
}

const folder = await mkdtemp(join(tmpdir(), 'bench-deck-'));
try {
  if (values.make !== undefined) await makeDeck(values.make, folder);
  else await makeAndMeasure(join(folder, 'deck.apkg'));
} finally {
  await rm(folder, { recursive: true });
}

/** The deck is made by another process, so that the memory of this one is that of reading. */
async function makeAndMeasure(path: string): Promise<void> {
  const count = ['--notes', values.notes, '--media', values.media];
  execFileSync(process.execPath, [import.meta.filename, ...count, '--make', path], { stdio: 'inherit' });
  await measure(path);
}
