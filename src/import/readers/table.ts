import type { Candidate, CandidateOption, Entry } from '../candidate.ts';
import { candidate, refusal } from '../candidate.ts';
import { optionsOfKey, withoutLetters } from '../text/lettered-options.ts';
import type { Markup } from '../text/words.ts';
import { readWords } from '../text/words.ts';
import type { Columns } from './columns.ts';

/** A row of a table: its cells, and where it stands, `line 7`. */
export type Row = { readonly place: string; readonly cells: readonly string[] };

type Table = {
  readonly columns: Columns;
  readonly markup: Markup;
  /** Keys are the numbers of options, whatever the options look like. */
  readonly keysByPosition?: boolean;
};

/** What a row of a table with these columns asks; rows without any text are left out. */
export function readRow(row: Row, table: Table): readonly Entry[] {
  if (row.cells.every((cell) => cell.trim() === '')) return [];
  const { columns, markup } = table;
  const cell = (column: number | null) => (column === null ? '' : (row.cells[column] ?? '').trim());
  const stem = readWords(cell(columns.question), markup);
  if (stem.line === '' && stem.code === '') return [refusal(row.place, 'It has no question.')];
  const written = columns.options.map((column) => readWords(cell(column), markup));
  const used = written.filter(({ line }) => line !== '');
  const texts = withoutLetters(used.map(({ line }) => line));
  const whys = columns.whys.map((column) => readWords(cell(column), markup));
  const explanation = readWords(cell(columns.explanation), markup);
  const key = readWords(cell(columns.key), markup).line;
  const keyed = keyedOptions(texts, key, table.keysByPosition === true);
  const empties = written.length > used.length && used.length > 0 && whys.some(({ line }) => line !== '');
  return [
    {
      ...candidate({ place: row.place, stem: stem.line }),
      ...{ code: cell(columns.code) || stem.code, name: readWords(cell(columns.name), markup).line },
      ...{ explanation: explanation.markdown, id: cell(columns.id), level: cell(columns.level) },
      ...{ category: cell(columns.category), author: cell(columns.author), licence: cell(columns.licence) },
      tags: cell(columns.tags)
        .split(/[\s,;]+/)
        .filter((tag) => tag !== ''),
      options: keyed.options.map((option, index) => ({ ...option, why: whys[index]?.line ?? '' })),
      remarks: [
        ...[stem, ...used, ...whys, explanation].flatMap(({ remarks }) => remarks),
        ...keyed.remarks,
        ...(empties ? ['An option is empty, so its reasons may stand at other options now.'] : []),
      ],
    } satisfies Candidate,
  ];
}

type Keyed = { readonly options: readonly CandidateOption[]; readonly remarks: readonly string[] };

/** Options with the right ones marked; of a row without options its answer is the only one. */
function keyedOptions(texts: readonly string[], key: string, byPosition: boolean): Keyed {
  const wrong = texts.map((text) => ({ text, correct: false, why: '' }));
  if (key === '') return { options: wrong, remarks: ['The source does not say which option is right.'] };
  if (texts.length === 0) return { options: [{ text: key, correct: true, why: '' }], remarks: [] };
  const named = optionsOfKey(key, texts, byPosition);
  if (named === null) {
    // Many tables name the right answer in a column of its own and the wrong ones in others.
    return byPosition || /^(\d{1,2}|[A-Za-z])$/.test(key)
      ? { options: wrong, remarks: [`The source says “${key}” is right, and there is no such option.`] }
      : { options: [{ text: key, correct: true, why: '' }, ...wrong], remarks: [] };
  }
  const doubt = named.doubt ? [`The source says “${key}” is right, which may be an option or the number of one.`] : [];
  return {
    options: wrong.map((option, index) => ({ ...option, correct: named.places.includes(index) })),
    remarks: doubt,
  };
}
