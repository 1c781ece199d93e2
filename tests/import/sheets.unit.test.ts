import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import writeSheet from 'write-excel-file/node';
import type { Entry } from '../../src/import/candidate.ts';
import { usualLimits } from '../../src/import/limits.ts';
import { openSource } from '../../src/import/open-source.ts';
import { inWords, remarksOf } from './asked.ts';

async function read(bytes: Uint8Array): Promise<readonly Entry[]> {
  const folder = await mkdtemp(join(tmpdir(), 'sheet-'));
  try {
    const path = join(folder, 'some file');
    await writeFile(path, bytes);
    return await Array.fromAsync((await openSource(path, usualLimits)).entries);
  } finally {
    await rm(folder, { recursive: true });
  }
}

const written = (rows: readonly (readonly (string | number | null)[])[]) =>
  writeSheet(
    rows.map((row) =>
      row.map((value) => (value === null ? null : { value, type: typeof value === 'string' ? String : Number })),
    ),
  ).toBuffer();

const heads = [
  ...['Question - max 120 characters', 'Answer 1 - max 75 characters', 'Answer 2 - max 75 characters'],
  ...['Answer 3 - max 75 characters', 'Answer 4 - max 75 characters'],
  ...['Time limit (sec) – 5, 10, 20, 30, 60, 90, 120, or 240 secs', 'Correct answer(s) - choose at least one'],
];

describe("Kahoot's sheet", () => {
  it('is read from the row of its names on, wherever that is; “2,1” are two options, and a number is a place', async () => {
    const rows = [
      [null, 'Quiz of ours'],
      [],
      [],
      [null, ...heads],
      [1, 'Which?', 'one', 'two', '3', '1', 20, '2,1'],
      [2, 'What is 1 + 1?', 1, 2, 3, 4, 20, 2],
      [3, 'None?', 'a', 'b', null, null, 20, null],
    ];
    const entries = await read(await written(rows));
    expect(inWords(entries).filter((line) => !line.startsWith('note'))).toEqual([
      'sheet Sheet1, row 5: Which? | =one | =two | 3 | 1',
      'sheet Sheet1, row 6: What is 1 + 1? | 1 | =2 | 3 | 4',
      'sheet Sheet1, row 7: None? | a | b',
    ]);
    expect(remarksOf(entries)).toEqual(['The source does not say which option is right.']);
  });
});

/** A workbook whose only sheet has one cell, there. */
function farCell(row: number, column: string): Uint8Array {
  const kind = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const files = {
    '[Content_Types].xml': '<Types/>',
    'xl/workbook.xml': '<workbook xmlns:r="r"><sheets><sheet name="S" sheetId="1" r:id="r1"/></sheets></workbook>',
    'xl/_rels/workbook.xml.rels': `<Relationships><Relationship Id="r1" Type="${kind}/worksheet" Target="worksheets/sheet1.xml"/>
      <Relationship Id="r2" Type="${kind}/sharedStrings" Target="sharedStrings.xml"/></Relationships>`,
    'xl/sharedStrings.xml': '<sst><si><t>a</t></si></sst>',
    'xl/worksheets/sheet1.xml': `<worksheet><sheetData><row r="${row}"><c r="${column}${row}"><v>1</v></c></row></sheetData></worksheet>`,
  };
  return zipSync(Object.fromEntries(Object.entries(files).map(([path, text]) => [path, strToU8(text)])));
}

describe('a sheet with one cell far away', () => {
  it.each([
    [1_000_000, 'B', 2],
    [600, 'ALL', 1000],
  ])('is refused before all cells in front of it take the memory: row %i, column %s', async (row, column, number) => {
    expect(inWords(await read(farCell(row, column)))).toEqual([
      `the file refused: A sheet reaches to row ${row} and column ${number}, which is too far. Delete empty rows and columns, or save it as .csv.`,
    ]);
  });
});
