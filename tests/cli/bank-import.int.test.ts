import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { readBank } from '../../src/bank/bank.ts';
import { formatComplaint } from '../../src/bank/complaint.ts';
import { runCommand } from './run-command.ts';
import { tinyBank } from './tiny-bank.ts';

let directory = '';
let bank = '';
let ours = '';
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'import-'));
  bank = await tinyBank(join(directory, 'bank'), 'It is.');
  ours = join(directory, 'ours');
});
afterEach(() => rm(directory, { recursive: true }));

async function source(name: string, content: string | Uint8Array): Promise<string> {
  await writeFile(join(directory, name), content);
  return join(directory, name);
}

const run = (...words: string[]) => runCommand(['bank', ...words], { BANK_DIR: `${bank},${ours}` });
const runAlone = (...words: string[]) => runCommand(['bank', ...words], { BANK_DIR: bank });

const table = `question,a,b,c,d,answer,explanation
What is it?,one,two,three,four,B,It is the second.
Which?,one,two,three,four,"A,B",
,,,,,B,
`;

it('makes drafts that nobody is asked, and tells what was taken, in part and not', async () => {
  const file = await source('table.csv', table);
  const { code, stdout, stderr } = await runAlone('import', file, '--to', ours);
  expect(code).toBe(0);
  expect(stdout).toContain(`${file} (a table): 2 drafts, 1 taken whole and 1 in part; 1 refused.`);
  expect(stderr).toContain(`line 3 in part, ${join(ours, 'table/which.md')}. 2 options are right in the source.`);
  expect(stderr).toContain('line 4 refused. It has no question.');
  const { bank: read, complaints, warnings, files, drafts, others } = await readBank(`${bank},${ours}`);
  expect({ complaints, warnings: warnings.filter(({ file: about }) => about.includes('ours')), others }).toEqual({
    ...{ complaints: [], warnings: [], others: [] },
  });
  expect(files).toHaveLength(1);
  expect(read?.subject.topics.map(({ id }) => id)).toEqual(['tiny']);
  expect(drafts).toHaveLength(2);
  expect((await run('check')).stdout).toContain('2 drafts, which nobody is asked');
});

it('lists drafts in the order of their source, with what each lacks', async () => {
  await runAlone('import', await source('table.csv', table), '--to', ours);
  const { code, stdout } = await runAlone('drafts', ours);
  expect(code).toBe(0);
  const lines = stdout.split('\n');
  expect(lines.slice(0, 3)).toEqual([
    `${join(ours, 'table/what-is-it.md')} (table.csv, line 2)`,
    '  What is it?',
    '  missing: aliases, level, references, why of 4 options',
  ]);
  expect(stdout).toMatch(/which\.md \(table\.csv, line 3\)[\s\S]*2 options are correct\./);
  expect(stdout).toContain(`2 drafts in ${ours}, 0 of them complete.`);
});

it('leaves what is there as it is now, and replaces no question and no file', async () => {
  const file = await source('table.csv', table.replace('What is it?', 'Question?'));
  await runAlone('import', file, '--to', ours, '--topic', 'tiny');
  expect((await readdir(join(ours, 'tiny'))).toSorted()).toEqual(['question-2.md', 'which.md']);
  await writeFile(join(ours, 'tiny/which.md'), `${await readFile(join(ours, 'tiny/which.md'), 'utf8')}\nMine.\n`);
  const { stdout } = await runAlone('import', file, '--to', ours, '--topic', 'tiny');
  expect(stdout).toContain('no drafts, 0 taken whole and 0 in part; 1 refused; 2 were there already.');
  expect(await readFile(join(ours, 'tiny/which.md'), 'utf8')).toContain('Mine.');
});

it('a draft becomes a question once it is completed and says so no more', async () => {
  const whys = 'why 1,why 2,why 3,why 4';
  const row = 'What is what?,one,two,three,four,B,Because,W,X,Y,Z,easy,CC BY-SA 4.0';
  const file = await source('t.csv', `question,a,b,c,d,answer,explanation,${whys},level,licence\n${row}\n`);
  await runAlone('import', file, '--to', ours, '--topic', 'tiny');
  const draft = join(ours, 'tiny/what-is-what.md');
  const text = await readFile(draft, 'utf8');
  const written = text
    .replace('  - …', '  - something else')
    .replace('title: …', 'title: Docs')
    .replace('url: …', 'url: https://example.org');
  await writeFile(draft, written);
  expect((await run('drafts', ours)).stdout).toContain('1 draft in');
  expect((await run('drafts', ours)).stdout).toContain('1 of them complete.');
  await writeFile(draft, written.replace('draft: true\n', ''));
  const { bank: read, complaints } = await readBank(`${bank},${ours}`);
  expect(complaints.map(formatComplaint)).toEqual([]);
  expect(read?.questions.map(({ id }) => id)).toEqual(['question', 'what-is-what']);
  expect(written).toContain('licence: CC BY-SA 4.0');
});

it('writes what became of each question, and says what is wrong with what was typed', async () => {
  const file = await source('table.csv', table);
  const report = join(directory, 'report.txt');
  await runAlone('import', file, '--to', ours, '--report', report);
  expect(await readFile(report, 'utf8')).toMatch(/line 2 taken, .*\n.*line 3 in part, .*\n.*line 4 refused\. .*\n/);
  expect(await runAlone('import', file)).toMatchObject({
    code: 2,
    stderr: expect.stringContaining('--to is missing.'),
  });
  expect(await runAlone('import', '--to', ours)).toMatchObject({ code: 2, stderr: expect.stringContaining('No file') });
  const missing = await runAlone('import', join(directory, 'none.csv'), '--to', ours);
  expect(missing).toMatchObject({ code: 1, stderr: expect.stringContaining('There is no such file.') });
  const blocked = await runAlone('import', file, '--to', file);
  expect(blocked).toMatchObject({ code: 2, stderr: expect.stringContaining('cannot be written') });
});
