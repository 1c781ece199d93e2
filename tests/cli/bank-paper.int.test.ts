import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { gradePaper, printPaper } from '../../src/cli/bank-paper.ts';
import { tinyBank } from './tiny-bank.ts';

let directory = '';
let bank = '';
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'paper-'));
  bank = await tinyBank(join(directory, 'bank'), 'It is.');
});
afterAll(() => rm(directory, { recursive: true }));

async function printed(
  act: (print: { line: (text: string) => void; error: (text: string) => void }) => Promise<number>,
) {
  const [lines, errors]: [string[], string[]] = [[], []];
  const code = await act({ line: (text) => lines.push(text), error: (text) => errors.push(text) });
  return { code, text: lines.join('\n'), errors: errors.join('\n') };
}

it('a paper gives no key away, and what was answered on it is told beside the key', async () => {
  const paper = await printed((print) => printPaper(bank, print));
  expect(paper.text).toMatch(/^### [0-9a-f]{8}\n\nWhich one\?\n\nA\. /);
  expect(paper.text).not.toMatch(/correct|So it is|question/);
  const [, code = ''] = /### (\w+)/.exec(paper.text) ?? [];
  const [, letter = ''] = /([A-D])\. two/.exec(paper.text) ?? [];
  const file = join(directory, 'answers.txt');
  await writeFile(file, `${code} ${letter}\n`);
  expect(await printed((print) => gradePaper(bank, [file], print))).toMatchObject({
    code: 0,
    text: expect.stringMatching(
      /Answered were 1 of 1 item\.[\s\S]*easy +1 +1 +0 +0\.0 %[\s\S]*key: one\n {2}read: two/,
    ),
  });
  expect((await printed((print) => gradePaper(bank, [file, file], print, true))).text).toMatch(
    /^item,level,readers,right\nquestion#[\w-]+,easy,2,0$/,
  );
});

it('a line that grades nothing is told and fails', async () => {
  const file = join(directory, 'other.txt');
  await writeFile(file, '\nperhaps B\n');
  expect(await printed((print) => gradePaper(bank, [file], print))).toMatchObject({
    code: 1,
    errors: `${file}:2 It is no code and letter. It says “perhaps B”.`,
  });
  await expect(gradePaper(bank, [join(directory, 'none')], { line: () => {}, error: () => {} })).rejects.toMatchObject({
    code: 'usage',
  });
});
