import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readCsv } from '../export/csv-reader.ts';
import { readGift } from '../export/gift-reader.ts';
import { readQtiPackage } from '../export/qti-reader.ts';
import { readSheet } from '../export/sheet-reader.ts';
import { exportedBank } from './exported-bank.ts';
import { runCommand } from './run-command.ts';

const git = { BANK_DIR: 'examples/git' };

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'export-'));
});
afterAll(() => rm(folder, { recursive: true }));

const exported = (...args: readonly string[]) => runCommand(['bank', 'export', ...args], git);

describe('npm run bank -- export', () => {
  it('prints a form that is text as that form and nothing else', async () => {
    const { code, stdout, stderr } = await exported('--to', 'gift', '--topic', 'undoing');
    expect([code, stderr]).toEqual([0, '']);
    const { categories, items } = readGift(stdout);
    expect(categories).toEqual(['$course$/top/Git/Undoing']);
    expect(items.length).toBeGreaterThan(5);
    const csv = await exported('--to', 'csv', '--topic', 'undoing');
    expect(readCsv(csv.stdout)).toHaveLength(items.length);
  });

  it('takes topics by id or title, several of them, and for JSON, too', async () => {
    const topics = async (...args: readonly string[]) => {
      const { stdout } = await exported(...args);
      return [...new Set(exportedBank.parse(JSON.parse(stdout)).map(({ topic }) => topic))];
    };
    expect(await topics('--topic', 'UNDOING', '--topic', 'branches')).toEqual(['branches', 'undoing']);
    expect((await topics()).length).toBeGreaterThan(2);
  });

  it('writes what is no text to a file, and says how much', async () => {
    const file = join(folder, 'items.zip');
    const { code, stdout } = await exported('--to', 'qti3', '--out', file);
    const items = readQtiPackage(await readFile(file));
    expect({ code, stdout }).toEqual({ code: 0, stdout: `${items.length} items written to ${file}.\n` });
  });

  it('names what a form has no room for', async () => {
    const file = join(folder, 'quiz.xlsx');
    const { stdout, stderr } = await exported('--to', 'kahoot', '--out', file);
    const rows = readSheet(await readFile(file)).slice(8);
    expect(stdout).toBe(`${rows.length} items written to ${file}.\n`);
    expect(stderr).toMatch(
      /^\d+ items? of \d+ left out, since a question there has no room for code: [a-z0-9-]+#[a-z0-9-]+[.,]/m,
    );
  });

  it('says what is wrong and what there is, and writes nothing then', async () => {
    const told = async (...args: readonly string[]) => {
      const { code, stderr } = await exported(...args);
      return [code, stderr];
    };
    const before = await readdir(folder);
    const out = join(folder, 'none', 'items.csv');
    expect(await told('--to', 'moodlexml')).toEqual([
      2,
      'There is no form moodlexml; did you mean moodle-xml?\nThere are gift, moodle-xml, qti3, anki, csv, kahoot.\n',
    ]);
    expect(await told('--to', 'csv', '--topic', 'branchs')).toEqual([
      2,
      expect.stringMatching(/^The bank has no topic branchs; did you mean branches\?\nIt has .*branches/),
    ]);
    expect(await told('--to', 'kahoot')).toEqual([
      2,
      expect.stringMatching(/This form is a file that no terminal shows\.\nAdd --out items\.xlsx\.\n$/),
    ]);
    expect(await told('--to', 'csv', '--out', out)).toEqual([
      2,
      `${out} cannot be written (ENOENT).\nName a file in a folder that exists.\n`,
    ]);
    expect(await readdir(folder)).toEqual(before);
  });
});
