import { describe, expect, it } from 'vitest';
import type { ProgressPicture } from '../../src/core/card.ts';
import { toSvg } from '../../src/pictures/to-svg.ts';
import { faces, textsOf } from './drawn.ts';

function pictureOf(topics: ProgressPicture['topics'], title = 'Ada'): ProgressPicture {
  return { kind: 'progress', title, summary: '3 of 9 questions learned', topics };
}
const topic = (name: string, weeks: readonly (number | null)[] = []) => ({ name, accuracy: 0.5, weeks });
const columns = (picture: ProgressPicture) =>
  [...toSvg(picture, faces).matchAll(/height="([\d.]+)" rx="[\d.]+" fill="#ff8a65"/g)].map(([, height]) =>
    Number(height),
  );

describe('the picture of progress', () => {
  it('names each topic with its share of right answers, one below the other', () => {
    const texts = textsOf(pictureOf([topic('Tensors', [null, 1]), topic('Vision', [1, 1])]));
    expect(texts.map(({ text }) => text)).toEqual([
      ...['Ada', '3 of 9 questions learned', '2 weeks ago', 'this week', 'Right'],
      ...['Tensors', '50%', 'Vision', '50%'],
    ]);
    const [one, other] = texts.filter(({ text }) => /Tensors|Vision/.test(text));
    expect(other?.y).toBeGreaterThan(one?.y ?? 0);
  });

  it('draws each week as high as its share, a sliver for none right and nothing where nobody answered', () => {
    expect(columns(pictureOf([topic('Tensors', [null, 0, 0.5, 1, 7])]))).toEqual([4, 23, 46, 46]);
  });

  it('draws fourteen topics at most, and names that hold no letter by another word', () => {
    const many = Array.from({ length: 20 }, (_, no) => topic(`Topic${no}`));
    expect(textsOf(pictureOf(many)).filter(({ text }) => text.startsWith('Topic'))).toHaveLength(14);
    expect(textsOf(pictureOf([], '\u200b')).map(({ text }) => text)).toContain('Progress');
  });
});
