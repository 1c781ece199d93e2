import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { runCommand } from './run-command.ts';
import { tinyBank } from './tiny-bank.ts';

let directory = '';
let variables: Record<string, string> = {};
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'folders-'));
  const [base, ours] = [join(directory, 'base'), join(directory, 'ours')];
  await tinyBank(base, 'It is.');
  await tinyBank(ours, 'It is ours.');
  variables = { BANK_DIR: `${base},${ours}`, DATABASE_URL: `file:${join(directory, 'bot.sqlite')}` };
});
afterAll(() => rm(directory, { recursive: true }));

it.each(['bank check', 'doctor'])('a question that takes the place of another is told by %s', async (command) => {
  const { code, stdout } = await runCommand(command.split(' '), variables);
  expect(code).toBe(0);
  expect(stdout).toContain(`${join(directory, 'ours')}/tiny/question.md`);
  expect(stdout).toContain('It takes the place of tiny/question.md.');
});

it('the question that is in use is the later one', async () => {
  const { stdout } = await runCommand(['bank', 'export'], variables);
  expect(JSON.parse(stdout)).toMatchObject([{ id: 'question', answer: 'It is ours.' }]);
});
