import type { Rich, TableNode } from './card.ts';
import { plainText } from './card.ts';

const digits = String.raw`(?:\d{1,3}(?:,\d{3})+|\d+)`;

/** `1,950`, `−3`, `+500`, `0.75`, `40%`, `4.2 s`, `2 of 3`. */
const number = new RegExp(String.raw`^[+−-]?${digits}(?:\.\d+)?(?: ?(?:%|s|ms)| of ${digits})?$`);

/** What stands where there is nothing to count. */
const nothing = /^[–-]?$/;

/**
 * For each column whether it holds numbers, and so is set to the right, where one can compare them: every cell is a number or
 * a dash, and at least one is a number. Told by the words, so that it holds for the tables of a bank as well.
 */
export function numericColumns({ headers, rows }: Pick<TableNode, 'headers' | 'rows'>): readonly boolean[] {
  const columns = Math.max(headers.length, ...rows.map((row) => row.length));
  return Array.from({ length: columns }, (_, column) => holdsNumbers(rows.map((row) => row[column] ?? [])));
}

function holdsNumbers(cells: readonly Rich[]): boolean {
  const texts = cells.map((cell) => plainText(cell).trim());
  return texts.some((text) => number.test(text)) && texts.every((text) => number.test(text) || nothing.test(text));
}
