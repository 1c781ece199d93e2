import { expect, it } from 'vitest';
import { grouped, inSeconds, percent } from '../../src/app/views/numbers.ts';
import { rich } from '../../src/core/card.ts';
import { numericColumns } from '../../src/core/numeric-columns.ts';
import { tableAsText } from '../../src/core/table-text.ts';

const table = (headers: readonly string[], ...rows: readonly (readonly string[])[]) => ({
  kind: 'table' as const,
  headers: headers.map(rich),
  rows: rows.map((row) => row.map(rich)),
});

it('a column of numbers is one, however they are written here', () => {
  const written = [
    grouped(1950),
    percent(2, 5),
    percent(0, 0),
    inSeconds(4230),
    '−3',
    '+500',
    '0.75',
    '2 of 3',
    '1,104 of 1,200',
  ];
  expect(numericColumns(table(['#'], ...written.map((text) => [text])))).toEqual([true]);
});

it.each([['Ada'], ['(2, 3)'], ['3 × 3'], ['2026-11-30'], ['1,95'], ['O(n)'], ['float16'], ['']])(
  'a column with “%s” in it, or of it alone, is none',
  (text) => {
    expect(numericColumns(table(['x'], ...(text === '' ? [] : [['1']]), [text]))).toEqual([false]);
  },
);

it('a column of dashes alone is none, and rows may be short', () => {
  expect(numericColumns(table(['a', 'b'], ['–', '1'], ['–']))).toEqual([false, true]);
  expect(numericColumns(table(['a']))).toEqual([false]);
});

it('numbers stand below each other in text', () => {
  expect(tableAsText(table(['#', 'Name', 'Points'], ['1', 'Ada', '12,950'], ['10', 'Grace', '80'])).code).toBe(
    [' #  Name   Points', '──  ─────  ──────', ' 1  Ada    12,950', '10  Grace      80'].join('\n'),
  );
});
