import type { Picture, RankedPicture } from '../../src/core/card.ts';
import { createFaces } from '../../src/pictures/fonts.ts';
import { toSvg } from '../../src/pictures/to-svg.ts';

/** The bundled fonts, read once for all tests of a file. */
export const { faces, files } = createFaces();

/** A piece of text as it stands in an SVG of ours. */
export type DrawnText = {
  readonly x: number;
  readonly y: number;
  readonly size: number;
  readonly fill: string;
  readonly family: string;
  readonly weight: number;
  readonly text: string;
};

/** A picture whose rows are 1000, 900, 800 … points in the ranks given. */
export function pictureOf(
  kind: RankedPicture['kind'],
  names: readonly string[],
  ranks?: readonly number[],
): RankedPicture {
  const rows = names.map((name, index) => ({
    rank: ranks?.[index] ?? index + 1,
    name,
    points: 1000 - 100 * index,
    accuracy: 0.5,
  }));
  return { kind, title: 'Title', rows };
}

/** Every text of a picture, from the top left on as drawn. */
export function textsOf(picture: Picture): readonly DrawnText[] {
  return readTexts(toSvg(picture, faces));
}

/** Every text element of an SVG of ours. */
export function readTexts(svg: string): readonly DrawnText[] {
  return Array.from(svg.matchAll(/<text ([^>]*)>([^<]*)<\/text>/g), ([, attributes = '', text = '']) => {
    const value = (name: string) => new RegExp(`\\b${name}="([^"]*)"`).exec(attributes)?.[1] ?? '';
    return {
      x: Number(value('x')),
      y: Number(value('y')),
      size: Number(value('font-size')),
      fill: value('fill'),
      family: value('font-family'),
      weight: Number(value('font-weight')),
      text: plain(text),
    };
  });
}

function plain(text: string): string {
  return text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&amp;', '&');
}
