import { cleanText } from '../core/clean.ts';

/** More of a name than any column can show; the rest would only cost time. */
const longest = 240;

/** Characters that draw nothing or reorder their neighbours, except joiners, which shape letters and emoji. */
const ignorable = /[[\p{Cf}\p{Default_Ignorable_Code_Point}]--[\u200c\u200d\ufe0f]]/gv;

/** More than three combining marks on one letter would run into the lines above and below. */
const pileOfMarks = /(\p{M}{3})\p{M}+/gu;

/** One line of text without control characters, direction marks or stacked accents; empty if nothing is visible. */
export function cleanName(name: string): string {
  const line = cleanText(name.slice(0, longest)).replace(/[\s\u2800]+/gu, ' ');
  const visible = line.replace(ignorable, '').normalize('NFC').replace(pileOfMarks, '$1').trim();
  return withoutJoiners(visible).trim() === '' ? '' : visible;
}

/** Text without joiners and variation selectors, which draw nothing themselves. */
export function withoutJoiners(text: string): string {
  return text.replace(/\u200c|\u200d|\ufe0f/gu, '');
}
