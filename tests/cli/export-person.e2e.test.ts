import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openStore } from '../../src/storage/open-store.ts';
import { readAnki } from '../core/progress/anki-reader.ts';
import { bank } from '../search/bank.ts';
import { silent } from '../silent.ts';
import { runProgram } from './run-program.ts';

let directory = '';
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'export-'));
  const store = await openStore({ kind: 'sqlite', path: join(directory, 'bot.sqlite') }, { owner: 'a', log: silent });
  const [question] = bank;
  if (question === undefined) throw new Error('The bank has a question.');
  const { id, topic, level, items } = question;
  const about = { question: id, item: items[0]?.id ?? '', topic, level, asked: null, choice: null };
  const answer = { ...about, user: 'slack:T1:U042', source: 'daily:1', correct: false, at: 1 };
  await store.transact(({ memory }) => memory.note(answer));
  await store.close();
});
afterAll(() => rm(directory, { recursive: true }));

const run = (...args: readonly string[]) =>
  runProgram('cli', ['db', 'export', ...args], '', { DATABASE_URL: `file:${join(directory, 'bot.sqlite')}` });

describe('npm run db:export', () => {
  it('prints what somebody would take along themselves', async () => {
    const { code, stdout } = await run('slack:U042');
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({
      places: [{ key: 'slack:T1:U042' }],
      answers: [{ question: bank[0]?.id, correct: false }],
    });
    const { notes } = readAnki((await run('slack:U042', '--anki')).stdout);
    expect(notes.map(({ guid }) => guid.split(/[:#]/)[1])).toEqual([bank[0]?.id]);
  });

  it.each([
    ['U042', 'such as slack:U042'],
    ['slack:U7', 'Nothing is kept of slack:U7.'],
  ])('says what is wrong with %s', async (person, words) => {
    const { code, stderr } = await run(person);
    expect(code).not.toBe(0);
    expect(stderr).toContain(words);
  });
});
