import { describe, expect, it } from 'vitest';
import { pictureOf, textsOf } from './drawn.ts';

/** The texts of the names given, which are unlike all other words. */
function names(picture: ReturnType<typeof pictureOf>) {
  return textsOf(picture).filter(({ text }) => /^(Ada|Bob|Cleo|Dan|Eve)$/.test(text));
}

describe('the podium', () => {
  it('puts the first in the middle and highest, the second on the left, the third on the right and lowest', () => {
    const [second, first, third] = names(pictureOf('podium', ['Ada', 'Bob', 'Cleo']));
    expect([second?.text, first?.text, third?.text]).toEqual(['Bob', 'Ada', 'Cleo']);
    expect(first?.x).toBe(600);
    expect(second?.x).toBeLessThan(600);
    expect(third?.x).toBeGreaterThan(600);
    expect(first?.y).toBeLessThan(second?.y ?? 0);
    expect(second?.y).toBeLessThan(third?.y ?? 0);
  });

  it('gives each the rank, the points and the share of right answers', () => {
    const texts = textsOf(pictureOf('podium', ['Ada'])).map(({ text }) => text);
    expect(texts).toEqual(['Title', 'Ada', '1,000 points', '1', '50% right']);
  });

  it('lets two firsts stand equally high, both in gold', () => {
    const picture = pictureOf('podium', ['Ada', 'Bob', 'Cleo'], [1, 1, 3]);
    const [bob, ada, cleo] = names(picture);
    expect(bob?.y).toBe(ada?.y);
    expect(cleo?.y).toBeGreaterThan(ada?.y ?? 0);
    const ranks = textsOf(picture).filter(({ text }) => text === '1');
    expect(ranks).toHaveLength(2);
    expect(new Set(ranks.map(({ fill }) => fill)).size).toBe(1);
  });

  it('counts those who share the last step, and nobody below', () => {
    const texts = textsOf(pictureOf('podium', ['Ada', 'Bob', 'Cleo', 'Dan', 'Eve', 'Fay'], [1, 2, 3, 3, 3, 6]));
    expect(texts.map(({ text }) => text)).toContain('50% right · 2 more tied');
    expect(texts.map(({ text }) => text)).not.toContain('Dan');
  });

  it.each([
    [1, [600]],
    [2, [418, 782]],
    [3, [236, 600, 964]],
  ])('stands %i in the middle of the panel', (count, columns) => {
    expect(names(pictureOf('podium', ['Ada', 'Bob', 'Cleo'].slice(0, count))).map(({ x }) => x)).toEqual(columns);
  });

  it('says that there are no results where nobody has any', () => {
    expect(textsOf(pictureOf('podium', [])).map(({ text }) => text)).toEqual(['Title', 'No results yet']);
  });

  it('has a name where a title or a name is blank', () => {
    const texts = textsOf({ ...pictureOf('podium', ['\u2800\u200b']), title: ' \n ' }).map(({ text }) => text);
    expect(texts.slice(0, 2)).toEqual(['Podium', 'Player']);
  });
});
