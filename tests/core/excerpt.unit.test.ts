import { describe, expect, it } from 'vitest';
import type { CardNode } from '../../src/core/card.ts';
import { muted, paragraph, rich } from '../../src/core/card.ts';
import { answerFirst, excerptOf, isTrap } from '../../src/core/excerpt.ts';

const first = paragraph('Stride is the step of the kernel.');
const code: CardNode = { kind: 'code', code: 'print(1)', language: 'python' };
const output: CardNode = { kind: 'code', code: '1' };
const more = paragraph('And there is more to say of it. '.repeat(30));
const trap = paragraph('Trap: the division is rounded down.');
const list: CardNode = { kind: 'list', ordered: false, items: [rich('one'), rich('two')] };

describe('the excerpt of a long answer', () => {
  it('is its first paragraph, then the traps, then its first code with the output', () => {
    expect(excerptOf([first, more, code, muted('Output'), output, more, code, trap])).toEqual([
      first,
      trap,
      code,
      muted('Output'),
      output,
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

  it('has the words that introduce the code, and the output of code that a trap introduces', () => {
    const shows = paragraph('A loop shows it:');
    const beware = paragraph('The trap is the rounding:');
    expect(excerptOf([first, more, shows, code, more])).toEqual([first, shows, code]);
    expect(excerptOf([first, more, beware, code, muted('Output'), output])).toEqual([
      first,
      beware,
      code,
      muted('Output'),
      output,
    ]);
  });

  it('begins with the first words, whatever stands before them', () => {
    expect(excerptOf([code, first, more])).toEqual([first, code]);
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

describe('an answer with the answer first', () => {
  it('has every part of it once, what is read first and the rest each in their order', () => {
    expect(answerFirst([first, list, code, more, trap, output])).toEqual({
      first: [first, trap, code],
      rest: [list, more, output],
    });
    expect(answerFirst([])).toEqual({ first: [], rest: [] });
  });

  it.each([
    'Trap: it is rounded down.',
    'Traps: two of them.',
    'The trap is the rounding.',
    'Two traps. One is this.',
    'A common trap: that.',
  ])('knows the trap in “%s”', (words) => expect(isTrap(paragraph(words))).toBe(true));

  it.each(['Stride can trap you.', 'It is no trap.', 'Trapezoids have four sides.', 'The kernel traps.'])(
    'knows that “%s” is none',
    (words) => expect(isTrap(paragraph(words))).toBe(false),
  );
});
