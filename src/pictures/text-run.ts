import type { Glyphs } from './glyphs.ts';
import type { Face } from './typeface.ts';

/**
 * Neighbouring pieces that one face draws, and that the renderer shapes and orders; widths in ems, trailing blanks
 * counted separately.
 */
export type TextRun = {
  readonly text: string;
  readonly face: Face;
  readonly width: number;
  readonly space: number;
};

/** A run with the blanks to its left and right in visual order. */
export type PlacedTextRun = TextRun & { readonly before: number; readonly after: number };

const letter = /\p{L}/u;
const rightToLeft = /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;

/** Joins pieces into runs, in reading order. */
export function toTextRuns(glyphs: readonly Glyphs[]): readonly TextRun[] {
  const runs: TextRun[] = [];
  for (const { text, face, width } of glyphs) {
    const last = runs.at(-1);
    if (last === undefined || (text !== ' ' && !canJoin(last, face))) runs.push({ text, face, width, space: 0 });
    else runs[runs.length - 1] = text === ' ' ? { ...last, space: last.space + width } : joined(last, text, width);
  }
  return runs;
}

/** The blank of an emoji face may be as wide as an emoji; then each word is a run of its own. */
function canJoin(last: TextRun, face: Face): boolean {
  return last.face === face && (last.space === 0 || (face.advance(0x20) ?? 1) < 0.5);
}

function joined({ text, face, width, space }: TextRun, more: string, itsWidth: number): TextRun {
  return { text: `${text}${space > 0 ? ' ' : ''}${more}`, face, width: width + space + itsWidth, space: 0 };
}

/**
 * In visual order from left to right: the reading order, reversed if the first letter belongs to a right-to-left
 * script.
 */
export function inOrder(runs: readonly TextRun[]): readonly PlacedTextRun[] {
  const first = runs.flatMap(({ text }) => Array.from(text)).find((character) => letter.test(character));
  return first !== undefined && rightToLeft.test(first)
    ? runs.toReversed().map((run) => ({ ...run, before: run.space, after: 0 }))
    : runs.map((run) => ({ ...run, before: 0, after: run.space }));
}
