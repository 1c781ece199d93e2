import { expect, it } from 'vitest';
import { toPassages } from '../../../../src/adapters/playground/cards/passages.ts';
import type { CardNode } from '../../../../src/core/card.ts';
import { muted, paragraph, rich } from '../../../../src/core/card.ts';

const words = paragraph('Stride is the step of the kernel.');
const code: CardNode = { kind: 'code', code: 'print(1)', language: 'python' };
const output: CardNode = { kind: 'code', code: '1' };
const list: CardNode = { kind: 'list', ordered: false, items: [rich('one')] };
const table: CardNode = { kind: 'table', headers: [rich('#')], rows: [] };
const actions: CardNode = { kind: 'actions', actions: [{ id: 'more:stride', label: 'More' }] };
const small = muted('Output');

it('words and the code or tables behind them are one passage', () => {
  expect(toPassages([words, list, code, table, words, code])).toEqual([
    { words: [words, list], figures: [code, table] },
    { words: [words], figures: [code] },
  ]);
});

it('small print between two blocks of code stays with them, and other small print begins anew', () => {
  expect(toPassages([words, code, small, output, small])).toEqual([
    { words: [words], figures: [code, small, output] },
    { words: [small], figures: [] },
  ]);
});

it('buttons and the like stand alone, and nothing behind them joins what stood before', () => {
  expect(toPassages([words, actions, code])).toEqual([
    { words: [words], figures: [] },
    { words: [actions], figures: [] },
    { words: [], figures: [code] },
  ]);
  expect(toPassages([])).toEqual([]);
});
