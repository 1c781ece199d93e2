import { cp, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { BankEdit } from '../../src/bank/watch.ts';
import { watchBank } from '../../src/bank/watch.ts';

const original = fileURLToPath(new URL('../../data/questions/vision', import.meta.url));

describe('a bank that is watched', () => {
  let directory = '';
  let changes: BankEdit[] = [];
  let unwatch: () => void;
  beforeEach(async () => {
    directory = await mkdtemp(join(tmpdir(), 'bank-'));
    await cp(original, join(directory, 'vision'), { recursive: true });
    changes = [];
    unwatch = watchBank(directory, (edit) => {
      changes.push(edit);
    });
  });
  afterEach(async () => {
    unwatch();
    await rm(directory, { recursive: true });
  });

  const file = () => join(directory, 'vision', 'stride.md');

  async function edit(from: string, to: string): Promise<void> {
    await writeFile(file(), (await readFile(file(), 'utf8')).replace(from, to));
  }

  it('is read again after an edit', async () => {
    await edit('title: What is stride in a convolution?', 'title: What is a stride, then?');
    await expect.poll(() => changes.at(-1)).toMatchObject({ kind: 'changed' });
    const [last] = changes.slice(-1);
    expect(last?.kind === 'changed' ? last.questions.map(({ title }) => title) : []).toContain(
      'What is a stride, then?',
    );
  });

  it('tells file, line and cure of a fault, and is well again once that is mended', async () => {
    await edit('level: easy', 'level: trivial');
    await expect
      .poll(() => changes.at(-1))
      .toMatchObject({
        kind: 'broken',
        complaints: [{ file: 'vision/stride.md', line: 16, cure: expect.any(String) }],
      });
    await edit('level: trivial', 'level: easy');
    await expect.poll(() => changes.at(-1)?.kind).toBe('changed');
  });

  it('takes many edits that come at once for one, and sees files that editors put in place by renaming', async () => {
    await writeFile(`${file()}.tmp`, (await readFile(file(), 'utf8')).replace('level: easy', 'level: hard'));
    await rename(`${file()}.tmp`, file());
    await edit('seed: 43', 'seed: 44000');
    await expect.poll(() => changes.length).toBeGreaterThan(0);
    expect(changes.length).toBeLessThan(3);
  });

  it('says nothing any more once it was stopped', async () => {
    unwatch();
    const heard: BankEdit[] = [];
    const end = watchBank(directory, (edit) => heard.push(edit));
    await edit('level: easy', 'level: hard');
    await expect.poll(() => heard.at(-1)).toMatchObject({ kind: 'changed' });
    end();
    expect(changes).toEqual([]);
  });

  it('that is not there is told of, and stops nothing', async () => {
    const edits: BankEdit[] = [];
    const end = watchBank(join(directory, 'nowhere'), (edit) => edits.push(edit));
    await expect.poll(() => edits.at(-1)).toMatchObject({ kind: 'broken' });
    end();
  });

  it('says that the whole folder is gone', async () => {
    await rename(join(directory, 'vision'), `${directory}-elsewhere`);
    await expect.poll(() => changes.at(-1)).toMatchObject({ kind: 'broken', complaints: [{ line: 1 }] });
    await rm(`${directory}-elsewhere`, { recursive: true });
  });
});
