import type { CodeNode, TableNode } from './card.ts';
import { plainText } from './card.ts';
import { numericColumns } from './numeric-columns.ts';

/**
 * A table as aligned columns of text, numbers to the right, for surfaces without tables. Nothing is cut; formatting within cells
 * is lost.
 */
export function tableAsText(table: TableNode): CodeNode {
  const lines = [table.headers, ...table.rows].map((row) => row.map((cell) => plainText(cell).replaceAll('\n', ' ')));
  const columns = Math.max(...lines.map((line) => line.length));
  const widths = Array.from({ length: columns }, (_, column) =>
    Math.max(...lines.map((line) => width(line[column] ?? ''))),
  );
  const numeric = numericColumns(table);
  const aligned = lines.map((line) =>
    widths
      .map((columnWidth, column) => pad(line[column] ?? '', columnWidth, numeric[column] === true))
      .join('  ')
      .trimEnd(),
  );
  const [header = '', ...rows] = aligned;
  return {
    kind: 'code',
    code: [header, widths.map((columnWidth) => '─'.repeat(columnWidth)).join('  '), ...rows].join('\n'),
  };
}

function width(text: string): number {
  return [...text].length;
}

function pad(text: string, columnWidth: number, isNumeric: boolean): string {
  const room = ' '.repeat(columnWidth - width(text));
  return isNumeric ? room + text : text + room;
}
