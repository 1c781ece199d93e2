import { describe, expect, it } from 'vitest';
import { cleanText } from '../../src/core/clean.ts';

describe('clean text', () => {
  it('turns no words around: marks that change the direction of what follows are taken out', () => {
    expect(cleanText('Ada\u202e!nimda\u202c \u2066x\u2069')).toBe('Ada!nimda x');
  });

  it('leaves right-to-left letters, accents, emoji and line breaks as they are', () => {
    const text = 'שלום مرحبا é 👩‍👩‍👧\nnext';
    expect(cleanText(text)).toBe(text);
  });

  it('takes out control characters and halves of characters', () => {
    expect(cleanText('a\u0000b\u0007c\ud800')).toBe('abc\ufffd');
    expect(cleanText('one\r\ntwo')).toBe('one\ntwo');
  });
});
