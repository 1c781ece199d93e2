import { cleanText } from '../core/clean.ts';

/** More of a name than any column can show; what lies beyond costs time alone. */
const longest = 240;

/** What draws nothing or reorders its neighbours, but the joiners, which shape letters and emoji. */
const ignorable = /[[\p{Cf}\p{Default_Ignorable_Code_Point}]--[\u200c\u200d\ufe0f]]/gv;

/** Marks beyond the third on one letter: they would climb over the lines above and below. */
const pileOfMarks = /(\p{M}{3})\p{M}+/gu;

/** One line of text without control characters, direction marks or piles of accents; empty where nothing can be seen. */
export function cleanName(name: string): string {
  const line = cleanText(name.slice(0, longest)).replace(/[\s\u2800]+/gu, ' ');
  const visible = line.replace(ignorable, '').normalize('NFC').replace(pileOfMarks, '$1').trim();
  return withoutJoiners(visible).trim() === '' ? '' : visible;
}

/** Text without the characters that join letters, or ask for an emoji, and draw nothing themselves. */
export function withoutJoiners(text: string): string {
  return text.replace(/\u200c|\u200d|\ufe0f/gu, '');
}
