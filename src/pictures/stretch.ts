import type { Glyphs } from './glyphs.ts';
import type { Face } from './typeface.ts';

/** Neighbours that one face draws, which the renderer joins and orders; widths in ems, blanks at the end counted apart. */
export type Stretch = {
  readonly text: string;
  readonly face: Face;
  readonly width: number;
  readonly space: number;
};

/** A stretch with the blanks that are to its left and right where it stands. */
export type PlacedStretch = Stretch & { readonly before: number; readonly after: number };

const letter = /\p{L}/u;
const rightToLeft = /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;

/** Pieces joined to stretches in the order in which they are read. */
export function toStretches(glyphs: readonly Glyphs[]): readonly Stretch[] {
  const stretches: Stretch[] = [];
  for (const { text, face, width } of glyphs) {
    const last = stretches.at(-1);
    if (last === undefined || (text !== ' ' && !canJoin(last, face))) stretches.push({ text, face, width, space: 0 });
    else
      stretches[stretches.length - 1] =
        text === ' ' ? { ...last, space: last.space + width } : joined(last, text, width);
  }
  return stretches;
}

/** The blank of a face of emoji may be as wide as an emoji; then each word is a stretch of its own. */
function canJoin(last: Stretch, face: Face): boolean {
  return last.face === face && (last.space === 0 || (face.advance(0x20) ?? 1) < 0.5);
}

function joined({ text, face, width, space }: Stretch, more: string, itsWidth: number): Stretch {
  return { text: `${text}${space > 0 ? ' ' : ''}${more}`, face, width: width + space + itsWidth, space: 0 };
}

/** From left to right: as they are read, and the other way round where the first letter is of a right-to-left script. */
export function inOrder(stretches: readonly Stretch[]): readonly PlacedStretch[] {
  const first = stretches.flatMap(({ text }) => Array.from(text)).find((character) => letter.test(character));
  return first !== undefined && rightToLeft.test(first)
    ? stretches.toReversed().map((stretch) => ({ ...stretch, before: stretch.space, after: 0 }))
    : stretches.map((stretch) => ({ ...stretch, before: 0, after: stretch.space }));
}
