import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished, vi } from 'vitest';
import type { BankEdit } from '../../src/bank/watch.ts';
import { watchBank } from '../../src/bank/watch.ts';

it('tells of an edit, of what is wrong with a broken one, and of its mending', async () => {
  const directory = await mkdtemp(join(tmpdir(), 'bank-'));
  await cp('data/questions/vision', join(directory, 'vision'), { recursive: true });
  const edits: BankEdit[] = [];
  const stop = watchBank(directory, (edit) => edits.push(edit));
  onTestFinished(async () => {
    stop();
    await rm(directory, { recursive: true });
  });
  const file = join(directory, 'vision/stride.md');
  const text = await readFile(file, 'utf8');
  const save = async (content: string, count: number) => {
    await writeFile(file, content);
    await vi.waitFor(() => expect(edits.length).toBeGreaterThanOrEqual(count), { timeout: 5000 });
    return edits.at(-1);
  };
  const changed = await save(text.replace(/^title: .*$/m, 'title: What is a stride, then?'), 1);
  const titles = changed?.kind === 'changed' ? changed.questions.map(({ title }) => title) : [];
  expect(titles).toContain('What is a stride, then?');
  const broken = await save(text.replace('level: easy', 'level: simple'), 2);
  expect(broken).toMatchObject({ kind: 'broken', complaints: [{ file: 'vision/stride.md', field: 'level' }] });
  expect(await save(text, 3)).toMatchObject({ kind: 'changed' });
});
