import { describe, expect, it } from 'vitest';
import { capText, cleanText } from '../../src/search/clean-text.ts';

describe('what chats put around words', () => {
  it.each([
    ['a &lt; b &amp; c', 'a < b & c'],
    ['what is <https://pytorch.org|stride>', 'what is  stride '],
    ['<@U123ABC> what is stride', '  what is stride'],
    ['see https://pytorch.org/docs for more', 'see   for more'],
    ['what\u2019s a tensor', "what's a tensor"],
    ['60,000 images', '60000 images'],
    ['32 × 32', '32x32'],
    ['install w/ conda', 'install  with  conda'],
    ['a net w/o relu', 'a net  without  relu'],
  ])('%s', (typed, expected) => {
    expect(cleanText(typed)).toBe(expected);
  });

  it('leaves plain text as it is', () => {
    expect(cleanText('nn.Conv2d(3, 8, kernel_size=3)?')).toBe('nn.Conv2d(3, 8, kernel_size=3)?');
  });

  it('turns compatibility forms into plain letters and keeps accents', () => {
    expect(cleanText('\ufb01lter caf\u00e9')).toBe('filter caf\u00e9');
  });
});

describe('the cap', () => {
  it('cuts a pasted page', () => {
    expect(capText('x'.repeat(40_000))).toHaveLength(500);
  });

  it('never leaves half of a surrogate pair', () => {
    expect(capText(`${'x'.repeat(499)}😀`).isWellFormed()).toBe(true);
  });
});
