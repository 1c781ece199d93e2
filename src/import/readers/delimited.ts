import { CsvError, parse } from 'csv-parse/sync';
import type { Entry } from '../candidate.ts';
import { note, refusal } from '../candidate.ts';
import { cardColumns, columnsOf, unreadColumns } from './columns.ts';
import type { Row } from './table.ts';
import { readRow } from './table.ts';

/** What may stand between the cells of a row, the most telling first. */
const delimiters = ['\t', ';', ',', '|'] as const;

/** Characters at the beginning of a text by which its delimiter is told. */
const sample = 65_536;

/** Characters of a row; csv-parse throws beyond it, as at a quote that is never closed. */
const longestRow = 1_000_000;

/** Rows of cells, or where they cannot be read. */
type Rows = { readonly rows: readonly Row[]; readonly fault: Entry | null };

/** Rows of a text with this delimiter. `#` begins a remark only where `remarks` says so. */
export function rowsOf(text: string, delimiter: string, remarks = false): Rows {
  const rows: Row[] = [];
  let last = 0;
  try {
    parse(text, {
      ...{ delimiter, relax_column_count: true, relax_quotes: true, skip_empty_lines: true, bom: true },
      ...{ record_delimiter: ['\n', '\r\n'], max_record_size: longestRow },
      ...(remarks ? { comment: '#', comment_no_infix: true } : {}),
      on_record: (record, { lines }) => {
        const ends = record.reduce((sum, cell) => sum + (cell.match(/\n/g)?.length ?? 0), 0);
        rows.push({ place: `line ${lines - ends}`, cells: record });
        last = lines;
        return null;
      },
    });
    return { rows, fault: null };
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const unclosed = error.code === 'CSV_QUOTE_NOT_CLOSED' || error.code === 'CSV_MAX_RECORD_SIZE';
    const why = unclosed ? 'A quote that opens a cell is never closed' : `It cannot be read (${error.code})`;
    return { rows, fault: refusal(`line ${last + 1}`, `${why}. All from there on is left out.`) };
  }
}

/** The delimiter that cuts the first rows into the same number of cells, at least two; null where none does. */
export function delimiterOf(text: string): string | null {
  const head = text.length > sample ? text.slice(0, text.lastIndexOf('\n', sample) + 1) || text.slice(0, sample) : text;
  const counted = delimiters.map((delimiter) => {
    const { rows } = rowsOf(head, delimiter);
    const widths = rows.map(({ cells }) => cells.length);
    const usual = widths.toSorted((one, other) => one - other)[Math.floor(widths.length / 2)] ?? 0;
    const alike = widths.filter((width) => width === usual).length / Math.max(1, widths.length);
    return { delimiter, usual, alike };
  });
  const fit = counted.filter(({ usual, alike }) => usual > 1 && alike > 0.7);
  const [best] = fit.toSorted((one, other) => other.alike - one.alike);
  return best?.delimiter ?? null;
}

/** Whether the first row of a text names columns that hold questions and answers. */
export function hasNamedColumns(text: string): boolean {
  const delimiter = delimiterOf(text);
  const [first] = delimiter === null ? [] : rowsOf(`${text.slice(0, sample).split('\n')[0] ?? ''}\n`, delimiter).rows;
  return first !== undefined && columnsOf(first.cells) !== null;
}

/** A table of questions: its first row names the columns. Without names it is one of terms and definitions, two cells a row. */
export function* readDelimited(text: string): Generator<Entry> {
  const delimiter = delimiterOf(text);
  const { rows, fault } = rowsOf(text, delimiter ?? ',');
  yield* readTable(rows);
  if (fault !== null) yield fault;
}

/** The same of rows that are read already. */
export function* readTable(rows: readonly Row[], keysByPosition = false): Generator<Entry> {
  const [first, ...others] = rows;
  if (first === undefined) return;
  const named = columnsOf(first.cells);
  const widest = Math.max(...rows.slice(0, 1000).map(({ cells }) => cells.length));
  if (named === null && widest > 2) {
    const names = first.cells.map((cell) => cell.trim().slice(0, 30)).join(', ');
    const cure = 'Name them in the first row: question, option 1, option 2, option 3, option 4, right.';
    yield refusal(first.place, `Its ${widest} columns have no names that say which holds what (${names}). ${cure}`);
    return;
  }
  if (named !== null) {
    const unread = unreadColumns(first.cells, named);
    if (unread.length > 0) yield note(`These columns are not taken: ${unread.join(', ')}.`);
  }
  for (const row of named === null ? rows : others) {
    yield* readRow(row, { columns: named ?? cardColumns, markup: 'auto', keysByPosition });
  }
}
