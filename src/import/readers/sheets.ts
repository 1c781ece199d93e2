import { zipSync } from 'fflate';
import readSheetsOf from 'read-excel-file/node';
import type { Archive } from '../archive.ts';
import type { Entry } from '../candidate.ts';
import { note } from '../candidate.ts';
import type { Limits } from '../limits.ts';
import { UnreadableSource } from '../unreadable-source.ts';
import { columnsOf } from './columns.ts';
import { readTable } from './delimited.ts';
import type { Row } from './table.ts';

/** Rows above the names of the columns, in which Kahoot's sheet has its title. */
const mostAbove = 40;

/** Cells of a sheet, empty ones among them: the library keeps all from the first to the last one. */
const mostCells = 500_000;

/** Whether an archive is a workbook of Excel, as other programs write them, too. */
export function isWorkbook(names: readonly string[]): boolean {
  return names.includes('xl/workbook.xml');
}

/**
 * The sheets of an .xlsx file. Its parts are unpacked within the limits and packed anew, since the library's own archive reader has no limit,
 * and waits for ever where one archive follows another.
 */
export async function* readWorkbook(archive: Archive, limits: Limits): AsyncGenerator<Entry> {
  const parts: Record<string, Uint8Array> = {};
  let left = limits.unpackedBytes;
  for (const name of archive.names.filter((own) => /\.(xml|rels)$/.test(own))) {
    const part = await archive.bytesOf(name, left);
    left -= part.length;
    if (/^xl\/worksheets\/[^/]*\.xml$/.test(name)) refuseWide(part.toString('latin1'));
    parts[name] = part;
  }
  for (const { sheet, data } of await sheetsOf(zipSync(parts, { level: 0 }))) {
    const rows = data.map(
      (cells, index): Row => ({ place: `sheet ${sheet}, row ${index + 1}`, cells: cells.map(textOf) }),
    );
    const head = rows.slice(0, mostAbove).findIndex(({ cells }) => columnsOf(cells) !== null);
    const used = rows.slice(Math.max(0, head)).filter(({ cells }) => cells.some((cell) => cell.trim() !== ''));
    const heads = used[0]?.cells ?? [];
    const isKahoot = heads.some((cell) => /^correct answer\(s\)/i.test(cell.trim()));
    if (head > 0 && !isKahoot) yield note(`The names of its columns are taken from row ${head + 1}.`);
    yield* readTable(used, isKahoot);
  }
}

/** A file of a thousand bytes with one cell far below and to the right would fill the memory. */
function refuseWide(sheet: string): void {
  let rows = 0;
  let columns = 0;
  for (const [, letters, cellRow, row] of sheet.matchAll(/\br\s*=\s*["'](?:([A-Za-z]{1,3})(\d{1,7})|(\d{1,7}))["']/g)) {
    rows = Math.max(rows, Number(row ?? cellRow));
    if (letters !== undefined) columns = Math.max(columns, numberOf(letters));
  }
  if (rows * columns <= mostCells) return;
  throw new UnreadableSource(
    `A sheet reaches to row ${rows} and column ${columns}, which is too far. Delete empty rows and columns, or save it as .csv.`,
  );
}

/** A is 1, and AA 27. */
function numberOf(letters: string): number {
  return [...letters.toUpperCase()].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
}

/** The library throws what it throws of files that it does not understand. */
async function sheetsOf(bytes: Uint8Array): ReturnType<typeof readSheetsOf> {
  try {
    return await readSheetsOf(Buffer.from(bytes));
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    throw new UnreadableSource(`The sheet cannot be read (${error.message.slice(0, 200)}). Save it as .csv.`);
  }
}

function textOf(cell: unknown): string {
  if (cell === null || cell === undefined) return '';
  return cell instanceof Date ? cell.toISOString().slice(0, 10) : String(cell);
}
