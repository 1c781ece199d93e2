import { describe, expect, it } from 'vitest';
import type { CardNode } from '../../src/core/card.ts';
import { muted, paragraph, rich } from '../../src/core/card.ts';
import { excerptOf } from '../../src/core/excerpt.ts';

const first = paragraph('Stride is the step of the kernel.');
const code: CardNode = { kind: 'code', code: 'print(1)', language: 'python' };
const output: CardNode = { kind: 'code', code: '1' };
const more = paragraph('And there is more to say of it. '.repeat(30));
const trap = paragraph('Trap: the division is rounded down.');
const list: CardNode = { kind: 'list', ordered: false, items: [rich('one'), rich('two')] };

describe('the excerpt of a long answer', () => {
  it('is its first paragraph, its first code with the output, and the traps', () => {
    expect(excerptOf([first, more, code, muted('Output'), output, more, code, trap])).toEqual([
      first,
      code,
      muted('Output'),
      output,
      trap,
    ]);
  });

  it('has code without output, or none at all', () => {
    expect(excerptOf([first, code, more])).toEqual([first, code]);
    expect(excerptOf([first, more])).toEqual([first]);
  });

  it('keeps what a colon announces', () => {
    const kinds = paragraph('There are two kinds:');
    const traps = paragraph('Traps that interviewers ask about:');
    expect(excerptOf([kinds, list, more, traps, list])).toEqual([kinds, list, traps, list]);
    expect(excerptOf([first, more, traps])).toEqual([first, traps]);
  });

  it('begins with the first words, whatever stands before them', () => {
    expect(excerptOf([code, first, more])).toEqual([code, first]);
    expect(excerptOf([list, more, more])).toEqual([more]);
  });
});

describe('an answer is shown whole', () => {
  it('where it is short', () => {
    expect(excerptOf([first, code, paragraph('A little more.'), trap])).toBeNull();
    expect(excerptOf([])).toBeNull();
  });

  it('where an excerpt would hold back next to nothing', () => {
    const long: CardNode = { kind: 'code', code: 'x = 1\n'.repeat(300) };
    expect(excerptOf([first, long, paragraph('A little more.')])).toBeNull();
  });
});
