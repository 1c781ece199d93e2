import { escapeXml } from '../core/escape-xml.ts';
import { cleanName } from './clean-name.ts';
import type { Glyphs } from './glyphs.ts';
import { isUnreadable, toGlyphs, widthOf } from './glyphs.ts';
import { element } from './svg.ts';
import { inOrder, toTextRuns } from './text-run.ts';
import type { Face, Faces } from './typeface.ts';

/** One positioned line of text; `x` is its start, middle or end depending on `anchor`, `y` its baseline; all in px. */
export type Line = {
  readonly text: string;
  /** Shown instead of a text that has nothing visible. */
  readonly instead?: string;
  readonly x: number;
  readonly y: number;
  readonly size: number;
  /** The smallest size to which a long text shrinks before it is cut; `size` by default. */
  readonly smallest?: number;
  /** Anything wider is shortened with an ellipsis. */
  readonly width: number;
  readonly fill: string;
  readonly anchor?: 'start' | 'middle' | 'end';
  readonly weight?: 'plain' | 'strong';
};

/**
 * The line as SVG text, each run in a face that can draw it; empty for an empty text. Runs are separate elements at
 * positions computed here, because the renderer would otherwise set the whole line in the face of its rarest letter.
 */
export function drawLine(line: Line, faces: Faces): string {
  const main = line.weight === 'plain' ? faces.plain : faces.strong;
  const found = toGlyphs(cleanName(line.text), main, faces);
  const glyphs = isUnreadable(found) ? toGlyphs(line.instead ?? '', main, faces) : found;
  const size = fittingSize(line, widthOf(glyphs));
  const runs = toTextRuns(shorten(glyphs, line.width / size, main, faces));
  const place = (text: string, face: Face, x: number, anchor: string) =>
    element(
      'text',
      {
        x,
        y: line.y,
        fill: line.fill,
        'font-family': face.family,
        'font-weight': face.weight,
        'font-size': size,
        'text-anchor': anchor,
      },
      escapeXml(text),
    );
  const [only, ...rest] = runs;
  if (only === undefined) return '';
  if (rest.length === 0) return place(only.text, only.face, line.x, line.anchor ?? 'start');
  const whole = runs.reduce((sum, { width, space }) => sum + width + space, 0) * size;
  let left = line.x - whole * (line.anchor === 'end' ? 1 : line.anchor === 'middle' ? 0.5 : 0);
  return inOrder(runs)
    .map(({ text, face, before, width, after }) => {
      const drawn = place(text, face, left + before * size, 'start');
      left += (before + width + after) * size;
      return drawn;
    })
    .join('');
}

/** As many pieces as fit into `width` ems together with an ellipsis, or all of them if they fit. */
function shorten(glyphs: readonly Glyphs[], width: number, main: Face, faces: Faces): readonly Glyphs[] {
  if (widthOf(glyphs) <= width) return glyphs;
  const ellipsis = toGlyphs('…', main, faces);
  let room = width - widthOf(ellipsis);
  const cut = glyphs.findIndex((piece) => {
    room -= piece.width;
    return room < 0;
  });
  const kept = glyphs.slice(0, cut === -1 ? glyphs.length : cut);
  while (kept.at(-1)?.text.trim() === '') kept.pop();
  return [...kept, ...ellipsis];
}

function fittingSize({ size, smallest = size, width }: Line, ems: number): number {
  return Math.max(smallest, Math.min(size, Math.floor(width / Math.max(ems, 1))));
}
