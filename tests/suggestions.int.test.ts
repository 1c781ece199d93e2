import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import type { Bank } from '../src/core/bank.ts';
import { createSuggestionDesk } from '../src/suggestions.ts';
import { expanding } from './app/suggestions/suggested.ts';
import { tinyBank } from './cli/tiny-bank.ts';

const text = { ...expanding, topic: 'tiny', level: 'easy' } as const;

/** A bank and a folder beside it; the bot goes by both where `beside` is true. */
async function desks(beside: boolean) {
  const directory = await mkdtemp(join(tmpdir(), 'desk-'));
  onTestFinished(() => rm(directory, { recursive: true }));
  const [bank, ours] = [join(directory, 'bank'), join(directory, 'ours')];
  await tinyBank(bank, 'It is.');
  await mkdir(ours);
  const used: Bank[] = [];
  const useBank = async (changed: Bank) => void used.push(changed);
  const desk = createSuggestionDesk({ bankDirectory: beside ? `${bank},${ours}` : bank, folder: ours, useBank });
  const { file } = await desk.check(text, { bank: '', questions: [], topics: ['tiny'], answering: () => [] });
  if (file === null || desk.write === null) throw new Error('The suggestion has a fault.');
  return { bank, ours, used, file, write: desk.write };
}

it('an accepted suggestion is a question of the bank at once where its folder belongs to it', async () => {
  const { ours, used, file, write } = await desks(true);
  expect(await write([{ ...file, author: 'Ada' }])).toBe(true);
  expect(used.map(({ questions }) => questions.map(({ id }) => id))).toEqual([['question', 'x-expand-3-4-copy']]);
  expect(await readFile(join(ours, file.path), 'utf8')).toContain('# Suggested by Ada\n');
  await writeFile(join(ours, 'tiny/broken.md'), '---\nid: broken\n---\n');
  await rm(join(ours, file.path));
  expect(await write([{ ...file, author: null }])).toBe(false);
  expect(used).toHaveLength(1);
});

it('a folder that is not the bank’s gets the file, and the bank stays as it is', async () => {
  const { ours, used, file, write } = await desks(false);
  expect(await write([{ ...file, author: null }])).toBe(false);
  expect(await readFile(join(ours, file.path), 'utf8')).toBe(file.text);
  expect(used).toEqual([]);
});
