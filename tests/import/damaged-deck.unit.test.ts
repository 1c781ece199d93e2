import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { zipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Entry } from '../../src/import/candidate.ts';
import { usualLimits } from '../../src/import/limits.ts';
import { openSource } from '../../src/import/open-source.ts';
import { runs } from '../corpora/runs.ts';
import { basic, cloze, collectionBytes } from './deck-writer.ts';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'damaged-deck-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function read(bytes: Uint8Array): Promise<readonly Entry[]> {
  const path = join(folder, 'deck.apkg');
  await writeFile(path, bytes);
  return Array.fromAsync((await openSource(path, usualLimits)).entries);
}

const notes = Array.from({ length: 200 }, (_, index) =>
  index % 2 === 0
    ? { type: basic, fields: [`What is ${index}?`.repeat(9), 'A number.'], deck: `Deck::${index % 7}` }
    : { type: cloze, fields: ['{{c1::One}} and {{c2::two}}.', ''] },
);

/** A share of the length at which a file is cut, and bytes that are others, at shares of its length. */
const damage = fc.record({
  cut: fc.option(fc.double({ min: 0.01, max: 1, noNaN: true }), { nil: 1 }),
  others: fc.array(fc.record({ at: fc.double({ min: 0, max: 0.999, noNaN: true }), byte: fc.nat(255) }), {
    maxLength: 40,
  }),
});

describe('a deck whose collection is damaged', () => {
  it.each([11, 18] as const)('gives notes or says what is wrong, and never throws, in schema %i', async (schema) => {
    const whole = await collectionBytes(notes, schema);
    await fc.assert(
      fc.asyncProperty(damage, async ({ cut, others }) => {
        const bytes = whole.slice(0, Math.ceil(whole.length * cut));
        for (const { at, byte } of others) bytes[Math.floor(bytes.length * at)] = byte;
        const entries = await read(zipSync({ 'collection.anki2': bytes }, { level: 0 }));
        expect(entries.length).toBeGreaterThan(0);
        for (const entry of entries) if (entry.kind === 'refused') expect(entry.why).toMatch(/^[A-Z“].*\.$/);
      }),
      runs(40),
    );
  });
});
