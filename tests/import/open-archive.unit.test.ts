import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { zipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { usualLimits } from '../../src/import/limits.ts';
import { openSource } from '../../src/import/open-source.ts';
import { basic, deck } from './deck-writer.ts';
import { candidatesOf, saidOf } from './read-archive.ts';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'open-archive-'));
  vi.stubEnv('TMPDIR', folder);
});
afterAll(async () => {
  vi.unstubAllEnvs();
  await rm(folder, { recursive: true });
});

const note = { type: basic, fields: ['What is a leaf?', 'A tensor that no operation made.'] };

/** What an import hears of a file with these bytes, whatever it is called. */
async function heard(bytes: Uint8Array, limits = usualLimits) {
  const path = join(folder, 'some file');
  await writeFile(path, bytes);
  const { form, entries } = await openSource(path, limits);
  const all = await Array.fromAsync(entries);
  return { form, questions: candidatesOf(all).length, said: saidOf(all) };
}

describe('an archive among the files to import', () => {
  it('is told by what is in it', async () => {
    expect(await heard(await deck([note], 3))).toEqual({ form: 'a deck of Anki', questions: 1, said: [] });
  });

  it('is refused where nothing in it is known', async () => {
    const { form, said } = await heard(zipSync({ 'a.txt': new Uint8Array(9) }));
    expect(form).toBeNull();
    expect(said).toEqual([expect.stringContaining('It is an archive, but none that is known here')]);
  });

  it('says so wherever it is cut, and gives no half a deck', async () => {
    const whole = await deck([note], 3);
    for (const share of [0.01, 0.3, 0.7, 0.99]) {
      const { questions, said } = await heard(whole.slice(0, Math.ceil(whole.length * share)));
      expect({ questions, said }).toEqual({
        questions: 0,
        said: ['the file: The archive is damaged or cut off. Get it anew.'],
      });
    }
  });

  it('says so where its bytes are not those that were packed', async () => {
    const files = { 'collection.anki2': new Uint8Array(50_000).fill(65), media: new Uint8Array() };
    const whole = zipSync(files, { level: 0 });
    whole[20_000] = 66;
    expect((await heard(whole)).said).toEqual(['the file: collection.anki2 in it is damaged.']);
  });

  it.each(['../outside.txt', '/etc/outside.txt', 'a/../../outside.txt'])(
    'writes nothing where it names %s',
    async (name) => {
      const { questions, said } = await heard(
        zipSync({ 'collection.anki2': new Uint8Array(9), [name]: new Uint8Array(9) }),
      );
      expect(questions).toBe(0);
      expect(said).toEqual([`the file: It names a file outside of itself (${name}); such an archive is not read.`]);
      expect(await readdir(folder)).toEqual(['some file']);
    },
  );

  it('is refused with too many files', async () => {
    const files = Object.fromEntries(Array.from({ length: 30 }, (_, index) => [`${index}`, new Uint8Array()]));
    const { said } = await heard(zipSync(files), { ...usualLimits, archiveFiles: 20 });
    expect(said).toEqual(['the file: The archive has more than 20 files.']);
  });

  it('leaves nothing behind in the folder for temporary files', async () => {
    await heard(await deck([note], 3));
    await heard(zipSync({ 'collection.anki2': new Uint8Array(9) }));
    expect(await readdir(folder)).toEqual(['some file']);
  });
});
