import { withoutJoiners } from './clean-name.ts';
import type { Face, Faces } from './typeface.ts';

/** The smallest piece of text that may be cut off, with a face that can draw all of it. */
export type Glyphs = {
  readonly text: string;
  readonly face: Face;
  /** In ems; never less than what is drawn, and more for scripts whose letters join, such as Arabic and Devanagari. */
  readonly width: number;
};

const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' });
const emoji = /^(?:\p{RGI_Emoji}|\p{Emoji_Presentation}.*|.*\ufe0f.*)$/v;
const knownSequence = /^\p{RGI_Emoji}$/v;

/** Private use: its meaning differs from font to font. */
const meaningless = /^\p{Co}/u;

/** Replaces what no face can draw, once for a whole run of it. */
const unknown = '?';

/**
 * Splits text into pieces that can all be drawn. If the main face lacks a piece, it tries in this order: the plain form
 * (𝓐𝓭𝓪 becomes Ada), another face, the letter without accents, a question mark; never the missing-glyph box.
 */
export function toGlyphs(text: string, main: Face, faces: Faces): readonly Glyphs[] {
  const glyphs: Glyphs[] = [];
  for (const { segment } of segmenter.segment(text)) {
    const found = find(segment, main, faces);
    if (found !== null) glyphs.push(found);
    else if (glyphs.at(-1)?.text !== unknown) glyphs.push(draw(unknown, main));
  }
  return glyphs;
}

/** True if no letter, digit or sign of the text could be drawn, not even approximately. */
export function isUnreadable(glyphs: readonly Glyphs[]): boolean {
  return glyphs.every(({ text }) => text === unknown || text.trim() === '');
}

/** Total width of the pieces, in ems. */
export function widthOf(glyphs: readonly Glyphs[]): number {
  return glyphs.reduce((sum, { width }) => sum + width, 0);
}

function find(segment: string, main: Face, faces: Faces): Glyphs | null {
  if (meaningless.test(segment)) return null;
  if (emoji.test(segment)) {
    const drawn = drawEmoji(segment, faces.emoji);
    if (drawn !== null) return drawn;
  }
  const others = [...faces.fallbacks, faces.emoji];
  const bare = withoutJoiners(segment);
  const base = String.fromCodePoint(bare.normalize('NFD').codePointAt(0) ?? 0x20);
  return (
    firstDrawn(bare, [main]) ??
    firstDrawn(bare.normalize('NFKC'), [main]) ??
    firstDrawn(segment, others) ??
    firstDrawn(bare, others) ??
    firstDrawn(base, [main, ...others])
  );
}

function firstDrawn(text: string, faces: readonly Face[]): Glyphs | null {
  const face = faces.find((candidate) => Array.from(text, (letter) => advance(letter, candidate)).every(isKnown));
  return face === undefined || text === '' ? null : draw(text, face);
}

/** An emoji sequence is one sign, as wide as its first; of an unknown sequence only the first is drawn. */
function drawEmoji(text: string, face: Face): Glyphs | null {
  const letters = Array.from(text);
  const width = advance(text, face);
  if (width === null) return null;
  const whole = knownSequence.test(text) && letters.every((letter) => advance(letter, face) !== null);
  return { text: whole ? text : (letters[0] ?? text), face, width };
}

function draw(text: string, face: Face): Glyphs {
  return { text, face, width: Array.from(text).reduce((sum, letter) => sum + (advance(letter, face) ?? 0), 0) };
}

function advance(letter: string, face: Face): number | null {
  return face.advance(letter.codePointAt(0) ?? 0);
}

function isKnown(width: number | null): boolean {
  return width !== null;
}
