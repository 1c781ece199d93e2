import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { asPlainCell, csvText } from '../../src/core/csv.ts';
import { runs } from '../corpora/runs.ts';
import { readCsv } from '../export/csv-reader.ts';

const cell = fc
  .array(fc.oneof(fc.constantFrom(',', '"', '""', '\n', '\r\n', ';', '\t', ' ', "'", '\ufeff', 'é'), fc.string()), {
    maxLength: 6,
  })
  .map((parts) => parts.join('').toWellFormed());

describe('comma-separated values', () => {
  it('are read back as they were meant, whatever stands in a cell', () => {
    const rows = fc.array(fc.tuple(cell, cell, fc.integer()), { maxLength: 5 });
    fc.assert(
      fc.property(rows, (some) => {
        const read = readCsv(csvText([['a', 'b', 'c'], ...some]));
        expect(read).toEqual(some.map(([a, b, c]) => ({ a, b, c: String(c) })));
      }),
      runs(300),
    );
  });
});

describe('a cell of what somebody has chosen', () => {
  it.each([
    '=HYPERLINK("https://evil.example";"Ada")',
    '+1+1',
    "-2+3+cmd|' /C calc'!A0",
    '@SUM(1+1)',
    '  =1+1',
    '\t=1',
    '\r=1',
    '＝1+1',
    '|calc',
    '%0A=1',
  ])('%j is no formula', (name) => {
    expect(asPlainCell(name)).toBe(`'${name}`);
  });

  it.each(['Ada', 'Ada-Marie', 'a=b', 'x@y', '', '1'])('%j stays as it is', (name) => {
    expect(asPlainCell(name)).toBe(name);
  });
});
