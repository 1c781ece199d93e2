import { strFromU8, unzipSync } from 'fflate';
import { at, below, readXml, textOf } from './xml-reader.ts';

/** The cells of a sheet (.xlsx), row by row from the first on: texts and numbers, and null for what is empty. */
export function readSheet(bytes: Uint8Array): readonly (readonly (string | number | null)[])[] {
  const files = unzipSync(bytes);
  const file = (path: string) => readXml(strFromU8(files[path] ?? new Uint8Array()));
  const shared = below(file('xl/sharedStrings.xml'), 'si').map(textOf);
  const rows: (string | number | null)[][] = [];
  for (const row of below(at(file('xl/worksheets/sheet1.xml'), 'sheetData'), 'row')) {
    const cells: (string | number | null)[] = [];
    for (const cell of below(row, 'c')) {
      if (below(cell, 'f').length > 0) throw new Error('There is a formula.');
      const [value] = below(cell, 'v').map(textOf);
      const column = (cell.attributes['r'] ?? '').charCodeAt(0) - 65;
      if (value !== undefined)
        cells[column] = cell.attributes['t'] === 's' ? (shared[Number(value)] ?? '') : Number(value);
    }
    rows[Number(row.attributes['r']) - 1] = Array.from(cells, (cell) => cell ?? null);
  }
  return Array.from(rows, (row) => row ?? []);
}
