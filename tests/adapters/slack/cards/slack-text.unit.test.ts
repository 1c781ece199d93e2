import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { codePoints, escapeText, unescapeText, withoutEmoji } from '../../../../src/adapters/slack/cards/slack-text.ts';
import { corpus } from '../../../corpora/corpus.ts';
import { runs } from '../../../corpora/runs.ts';

describe('what a person typed', () => {
  it.each(corpus('slack-text', z.strictObject({ words: z.string() })))('with $trap is $words', ({ typed, words }) => {
    expect(unescapeText(typed)).toBe(words);
  });

  it('comes back as it was after an escape, whatever it is', () => {
    const hostile = fc.constantFrom(...corpus('hostile-words', z.strictObject({})).map(({ typed }) => typed));
    const parts = fc.oneof(
      hostile,
      fc.constantFrom('<', '>', '&', '|', '&amp;', 'amp;', '<@'),
      fc.string({ unit: 'binary' }),
    );
    fc.assert(
      fc.property(fc.array(parts), (typed) => {
        expect(unescapeText(escapeText(typed.join('')))).toBe(typed.join(''));
        expect(escapeText(typed.join(''))).not.toMatch(/[<>]|&(?!amp;|lt;|gt;)/);
      }),
      runs(300),
    );
  });
});

describe('a text without its emoji', () => {
  it.each(corpus('slack-emoji', z.strictObject({ words: z.string() })))('$trap, is $words', ({ typed, words }) => {
    expect(withoutEmoji(typed)).toBe(words);
  });

  it('has none left to take out, whatever it was', () => {
    const part = fc.constantFrom(
      ':wave:',
      ':+1:',
      ':skin-tone-3:',
      ' ',
      'a',
      'x[a:b:c]',
      '::',
      ':',
      '`',
      '(',
      ')',
      ',',
      '?',
      '10:30:00',
    );
    fc.assert(
      fc.property(fc.array(part), (parts) => {
        const words = withoutEmoji(parts.join(''));
        expect(withoutEmoji(words)).toBe(words);
      }),
      runs(300),
    );
  });
});

describe('lengths', () => {
  it.each([
    ['', 0],
    ['abc', 3],
    ['😀', 1],
    ['👩‍👩‍👧‍👦', 7],
    ['\ud800a\udc00', 3],
  ])('%j counts %i', (text, count) => {
    expect(codePoints(text)).toBe(count);
    expect([...text].length).toBe(count);
  });
});
