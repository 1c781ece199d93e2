import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import type { Suggestion } from '../../src/app/store/suggestion.ts';
import { openStore } from '../../src/storage/open-store.ts';
import { expanding } from '../app/suggestions/suggested.ts';
import { silent } from '../silent.ts';
import { putNewDatabase } from '../storage/new-database.ts';
import { runCommand } from './run-command.ts';
import { tinyBank } from './tiny-bank.ts';

const open: Suggestion = {
  ...{ id: 'k3j9x0a2', scope: 'slack:T', author: 'slack:T:U1', name: 'Ada', state: 'open', at: Date.UTC(2026, 10, 2) },
  ...{ decidedAt: null, word: null, file: null },
  text: { ...expanding, topic: 'tiny', level: 'medium' },
};

/** A database with suggestions, and a bank of one question. */
async function withSuggestions(...suggestions: readonly Suggestion[]) {
  const directory = await mkdtemp(join(tmpdir(), 'suggestions-'));
  onTestFinished(() => rm(directory, { recursive: true }));
  const [bank, path, ours] = ['bank', 'bot.sqlite', 'ours'].map((name) => join(directory, name)) as [
    string,
    string,
    string,
  ];
  await tinyBank(bank, 'It is.');
  await putNewDatabase(path);
  const inStore = async <Result>(work: Parameters<Awaited<ReturnType<typeof openStore>>['transact']>[0]) => {
    const store = await openStore({ kind: 'sqlite', path }, { owner: 'test', log: silent });
    try {
      return (await store.transact(work)) as Result;
    } finally {
      await store.close();
    }
  };
  await inStore(async (unit) => {
    for (const each of suggestions) await unit.suggestions.save(each);
  });
  const variables = { BANK_DIR: bank, DATABASE_URL: `file:${path}` };
  const run = (...args: readonly string[]) => runCommand(['bank', 'suggestions', ...args], variables);
  const runWith = (more: Record<string, string>, ...args: readonly string[]) =>
    runCommand(['bank', 'suggestions', ...args], { ...variables, ...more });
  return { bank, ours, inStore, run, runWith };
}

it('suggestions are listed with all that they ask, accepted, and written as files that the bank takes', async () => {
  const { bank, ours, run, inStore } = await withSuggestions(open);
  const { stdout } = await run();
  expect(stdout).toContain(
    'waits     k3j9x0a2  tiny, medium, 2026-11-02, by Ada\n            What does `x.expand(3, 4)` copy?\n',
  );
  expect(stdout).toContain('            * Nothing: the result reads the same memory\n            - Only the rows');
  expect(stdout).toContain('again. https://docs.pytorch.org');
  expect(await run('--accept', 'k3j9x0a2')).toMatchObject({
    ...{ code: 0, stderr: '' },
    stdout: 'Accepted as tiny/x-expand-3-4-copy.md. npm run bank -- suggestions --export FOLDER writes it.\n',
  });
  expect((await run()).stdout).toMatch(/^accepted {2}k3j9x0a2[\s\S]*1 accepted question can be exported/);
  expect(await inStore(async ({ outbox }) => (await outbox.waitingIn('suggestion:k3j9x0a2:accepted')).length)).toBe(1);
  const file = join(ours, 'tiny/x-expand-3-4-copy.md');
  expect(await run('--export', ours)).toMatchObject({
    code: 0,
    stdout: `${file}\n1 file written, no files there already.\n`,
  });
  expect(await readFile(file, 'utf8')).toMatch(/^---\n# Suggested by Ada\nid: x-expand-3-4-copy\n/);
  await writeFile(file, 'mended');
  expect((await run('--export', ours)).stdout).toBe('no files written, 1 file there already.\n');
  expect([await readFile(file, 'utf8'), await readdir(join(ours, 'tiny'))]).toEqual([
    'mended',
    ['x-expand-3-4-copy.md'],
  ]);
  await rm(file);
  await run('--export', bank);
  const { code, stdout: checked } = await runCommand(['bank', 'check'], { BANK_DIR: bank });
  expect([code, checked]).toEqual([0, expect.stringContaining('2 questions and 2 items, no faults')]);
  expect((await run()).stdout).toBe('No suggestion waits, and none is to be exported.\n');
});

it('an accepted suggestion is written at once where there is a folder for them', async () => {
  const { ours, runWith } = await withSuggestions(open);
  const { stdout } = await runWith({ SUGGESTIONS_DIR: ours }, '--accept', open.id);
  expect(stdout).toContain(`written as tiny/x-expand-3-4-copy.md into ${ours}`);
  expect(await readdir(join(ours, 'tiny'))).toEqual(['x-expand-3-4-copy.md']);
});

it('a suggestion is declined with a word that its author reads, and only while it waits', async () => {
  const { run, inStore } = await withSuggestions(open);
  for (const [args, problem] of [
    [['--decline', open.id], /together/],
    [['--because', 'No.'], /together/],
    [['--accept', open.id, '--export', 'x'], /more than one/],
  ] as const) {
    expect((await run(...args)).stderr).toMatch(problem);
  }
  expect(await run('--decline', open.id, '--because', ' We have\n it. ')).toMatchObject({ code: 0 });
  expect(await inStore(async ({ suggestions }) => suggestions.inState('declined', null))).toMatchObject([
    { word: 'We have it.' },
  ]);
  const again = await run('--accept', open.id);
  expect([again.code, again.stderr]).toEqual([1, expect.stringContaining('No suggestion k3j9x0a2 waits')]);
});

it('what a rule of the bank stops is not accepted, with the rule', async () => {
  const { run } = await withSuggestions({ ...open, text: { ...open.text, topic: 'gone' } });
  const { code, stderr } = await run('--accept', open.id);
  expect([code, stderr]).toEqual([1, expect.stringContaining('It must be one of tiny')]);
});
