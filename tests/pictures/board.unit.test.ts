import { describe, expect, it } from 'vitest';
import { toSvg } from '../../src/pictures/to-svg.ts';
import { faces, pictureOf, textsOf } from './drawn.ts';

const many = Array.from({ length: 14 }, (_, index) => `Player${index + 1}`);

function heightOf(svg: string): number {
  return Number(/height="(\d+)"/.exec(svg)?.[1]);
}

describe('the board', () => {
  it('shows rank, name, accuracy and points of each row, one below the other', () => {
    const texts = textsOf(pictureOf('board', ['Ada', 'Bob']));
    expect(texts.map(({ text }) => text)).toEqual(
      ['Title', 'Right', 'Points'].concat(['1', 'Ada', '50%', '1,000'], ['2', 'Bob', '50%', '900']),
    );
    const [ada, bob] = texts.filter(({ text }) => /Ada|Bob/.test(text));
    expect(bob?.x).toBe(ada?.x);
    expect(bob?.y).toBeGreaterThan(ada?.y ?? 0);
  });

  it('is as high as its rows, and has ten of them at most', () => {
    const heights = [2, 5, 10, 14].map((count) => heightOf(toSvg(pictureOf('board', many.slice(0, count)), faces)));
    expect(heights).toEqual([...heights].sort((one, other) => one - other));
    expect(heights[3]).toBe(heights[2]);
    expect(textsOf(pictureOf('board', many)).map(({ text }) => text)).not.toContain('Player11');
  });

  it('gives a shared rank one colour, and ranks beyond the third the quiet one', () => {
    const texts = textsOf(pictureOf('board', ['Ada', 'Bob', 'Cleo', 'Dan'], [1, 1, 3, 40]));
    const colours = ['1', '3', '40'].map((rank) => texts.filter(({ text }) => text === rank).map(({ fill }) => fill));
    expect(colours.map((fills) => new Set(fills).size)).toEqual([1, 1, 1]);
    expect(new Set(colours.flat()).size).toBe(3);
  });

  it.each([
    [0.25, 50, '25%'],
    [1, 200, '100%'],
    [7, 200, '100%'],
  ])('draws a share of %f as a bar of %i px', (accuracy, width, words) => {
    const [row] = pictureOf('board', ['Ada']).rows;
    const picture = { ...pictureOf('board', []), rows: row === undefined ? [] : [{ ...row, accuracy }] };
    expect(toSvg(picture, faces)).toContain(`rx="7" width="${width}" fill="#ff8a65"`);
    expect(textsOf(picture).map(({ text }) => text)).toContain(words);
  });

  it.each([0, -3, Number.NaN])('draws no bar for a share of %f', (accuracy) => {
    const row = { rank: 1, name: 'Ada', points: Number.NaN, accuracy };
    const picture = { kind: 'board', title: 'Title', rows: [row] } as const;
    expect(toSvg(picture, faces)).not.toContain('#ff8a65');
    expect(textsOf(picture).map(({ text }) => text)).toEqual(expect.arrayContaining(['0%', '0']));
  });

  it('says that there are no results where nobody has any', () => {
    expect(textsOf(pictureOf('board', [])).map(({ text }) => text)).toEqual(['Title', 'No results yet']);
  });
});
