import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadBank } from '../../src/bank/load.ts';
import { exportedItems } from '../../src/export/exported-items.ts';
import { formats } from '../../src/export/formats.ts';
import type { Entry } from '../../src/import/candidate.ts';
import type { Limits } from '../../src/import/limits.ts';
import { usualLimits } from '../../src/import/limits.ts';
import { openSource } from '../../src/import/open-source.ts';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'archive-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function read(
  content: Uint8Array | string,
  limits: Limits = usualLimits,
): Promise<{ form: string | null; entries: Entry[] }> {
  const file = join(folder, 'file');
  await writeFile(file, content);
  const { form, entries } = await openSource(file, limits);
  return { form, entries: await Array.fromAsync(entries) };
}

describe('our own exports', () => {
  const expected = async () =>
    exportedItems((await loadBank('examples/git')).questions).map(({ question, item }) => ({ question, item }));
  const asked = (entries: readonly Entry[]) => entries.filter(({ kind }) => kind === 'candidate');

  it('for QTI come back with every stem, code, option, reason and key', async () => {
    const items = await expected();
    const { form, entries } = await read(await formats.qti3.write(items));
    expect(form).toBe('a package of XML files');
    expect(asked(entries)).toMatchObject(
      items.map(({ question, item }) => ({
        ...{
          stem: item.stem,
          code: item.code?.trimEnd() ?? '',
          options: item.options,
          name: question.title,
          remarks: [],
        },
      })),
    );
  });

  it('for Kahoot come back with every stem, option and key', async () => {
    const bank = await loadBank('examples/git');
    const items = (await expected()).filter((item) => formats.kahoot.whyNot(item) === null);
    expect(items.length).toBeGreaterThan(3);
    const { form, entries } = await read(await formats.kahoot.write(items, bank.subject));
    expect(form).toBe('a sheet');
    expect(asked(entries)).toMatchObject(
      items.map(({ item }) => ({
        stem: item.stem,
        options: item.options.map(({ text, correct }) => ({ text, correct })),
      })),
    );
  });
});
