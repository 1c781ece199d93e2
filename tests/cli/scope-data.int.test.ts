import { join } from 'node:path';
import { expect, it } from 'vitest';
import { exportScope, forgetScope } from '../../src/cli/scope-data.ts';
import { dailyDefaults } from '../../src/core/daily/settings.ts';
import { openStore } from '../../src/storage/open-store.ts';
import { silent } from '../silent.ts';
import { createFolders } from '../storage/folder.ts';

const newFolder = createFolders();

async function filled() {
  const location = { kind: 'sqlite', path: join(await newFolder(), 'bot.sqlite') } as const;
  const store = await openStore(location, { owner: 'test', log: silent });
  const settings = { ...dailyDefaults, time: { hour: 9, minute: 0 } };
  await store.transact(async ({ daily, memory }) => {
    await daily.addDraft({
      id: 'd',
      channel: 'slack:T1:C1',
      scope: 'slack:T1',
      user: 'slack:T1:U1',
      settings,
      since: 1,
    });
    const answer = {
      question: 'stride',
      item: 'i',
      topic: 'vision',
      level: 'easy',
      asked: null,
      choice: null,
    } as const;
    await memory.note({ ...answer, correct: true, user: 'slack:T1:U1', source: 's', at: 1 });
  });
  await store.close();
  const lines: string[] = [];
  const print = { line: (text: string) => void lines.push(text), error: (text: string) => void lines.push(text) };
  return { lines, where: { location, print, log: silent } };
}

it('prints all of a workspace, what its people learned, too', async () => {
  const { lines, where } = await filled();
  expect(await exportScope('slack:T1', where)).toBe(0);
  const { scope, stored } = JSON.parse(lines.join('\n'));
  expect(scope).toBe('slack:T1');
  expect([stored.daily_drafts.length, stored.memory_answers.length]).toEqual([1, 1]);
  await expect(exportScope('slack:T2', where)).rejects.toThrow('Nothing is kept for slack:T2.');
  await expect(exportScope('T1', where)).rejects.toThrow('“T1” is no workspace or server.');
});

it('says what it would delete, and deletes when that is meant', async () => {
  const { lines, where } = await filled();
  expect(await forgetScope('slack:T1', false, where)).toBe(1);
  expect(lines.join('\n')).toMatch(/1 in daily_drafts.*Add --yes/s);
  expect(await forgetScope('slack:T1', true, where)).toBe(0);
  expect(lines.at(-1)).toMatch(/^All of slack:T1 is deleted: \d+ rows/);
  await expect(exportScope('slack:T1', where)).rejects.toThrow('Nothing is kept');
});
