import { describe, expect, it } from 'vitest';
import { isEnglish, rarityOf } from '../../src/search/rarity.ts';

describe('how rare a word is', () => {
  it('grows from what everybody says to what nobody does', () => {
    const rarities = ['the', 'house', 'average', 'kernel', 'zxqwv'].map(rarityOf);
    expect(rarities).toEqual(rarities.toSorted((one, other) => one - other));
    expect([rarities.at(0), rarities.at(-1)]).toEqual([0, 1]);
  });

  it.each([
    ['relates', 'relate'],
    ['mapped', 'map'],
    ['explaining', 'explain'],
    ['houses', 'house'],
  ])('%s is as common as %s', (form, word) => {
    expect(rarityOf(form)).toBeLessThanOrEqual(rarityOf(word));
  });

  it('tells plain English from slips', () => {
    expect(['tenor', 'stripes', 'tesnor', 'tensr'].map(isEnglish)).toEqual([true, true, false, false]);
  });
});
