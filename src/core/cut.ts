import type { Rich, Span } from './card.ts';
import { plainText } from './card.ts';

/** How far before a cut to look for a space, in UTF-16 units, so that words stay whole. */
const wordWindow = 40;

/** Longer than the longest emoji sequences in use (families, regional flags), in UTF-16 units. */
const graphemeWindow = 48;

const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

/**
 * The longest prefix of `text` for which `fits` is true, cut between words where there is a space nearby and never
 * inside a grapheme. May be empty. `fits` must be monotonic: once false for a prefix, false for all longer ones.
 */
export function longestPrefix(text: string, fits: (prefix: string) => boolean): string {
  return text.slice(
    0,
    cutPosition(text, (end) => fits(text.slice(0, end))),
  );
}

/** Like `longestPrefix`, for rich text: the prefix that fits, and the rest (white space at the cut is dropped). */
export function cutRich(text: Rich, fits: (prefix: Rich) => boolean): readonly [Rich, Rich] {
  const plain = plainText(text);
  const end = beforeWhole(
    text,
    cutPosition(plain, (position) => fits(sliceRich(text, 0, position))),
  );
  const gap = plain.slice(end).length - plain.slice(end).trimStart().length;
  return [sliceRich(text, 0, end), sliceRich(text, end + gap, plain.length)];
}

/**
 * The part of rich text between two positions of its plain text, in UTF-16 units. Times, names and commands are not cut:
 * they belong to the part in which they end.
 */
function sliceRich(text: Rich, from: number, to: number): Rich {
  const spans: Span[] = [];
  let start = 0;
  for (const span of text) {
    const end = start + span.text.length;
    const part = span.text.slice(Math.max(0, from - start), Math.max(0, to - start));
    if (isWhole(span) && end > from && end <= to) spans.push(span);
    else if (!isWhole(span) && part !== '' && end > from) spans.push({ ...span, text: part });
    start = end;
  }
  return spans;
}

/** The position itself, or the start of the span around it if that span must stay whole. */
function beforeWhole(text: Rich, position: number): number {
  let start = 0;
  for (const span of text) {
    const end = start + span.text.length;
    if (isWhole(span) && position > start && position < end) return start;
    start = end;
  }
  return position;
}

/** Times, names and commands make no sense in part. */
function isWhole({ kind }: Span): boolean {
  return kind === 'time' || kind === 'person' || kind === 'channel' || kind === 'group' || kind === 'command';
}

function cutPosition(text: string, fits: (end: number) => boolean): number {
  if (fits(text.length)) return text.length;
  let low = 0;
  let high = text.length;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (fits(middle)) low = middle;
    else high = middle;
  }
  return wordBoundary(text, graphemeBoundary(text, low));
}

function graphemeBoundary(text: string, position: number): number {
  const from = Math.max(0, position - graphemeWindow);
  let boundary = from;
  for (const { index } of graphemes.segment(text.slice(from, position + graphemeWindow))) {
    if (from + index > position) break;
    boundary = from + index;
  }
  return boundary;
}

function wordBoundary(text: string, position: number): number {
  if (/\s/.test(text[position] ?? ' ')) return position;
  const near = text.slice(Math.max(0, position - wordWindow), position);
  const space = near.search(/\s\S*$/);
  const boundary = position - near.length + space;
  return space >= 0 && boundary > 0 ? boundary : position;
}
