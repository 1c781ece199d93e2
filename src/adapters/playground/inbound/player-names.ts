import { cleanText } from '../../../core/clean.ts';

/** Longest name, in characters. */
export const longestName = 40;

/** More than three combining marks on one letter would run into the lines above and below. */
const pileOfMarks = /(\p{M}{3})\p{M}+/gu;

/** A typed name as it is shown: one line without control characters and direction marks; null if nothing is visible. */
export function toName(typed: string): string | null {
  const line = cleanText(typed).replace(/\s+/g, ' ').normalize('NFC').replace(pileOfMarks, '$1').trim();
  const shown = [...line].slice(0, longestName).join('').trim();
  return /[^\p{C}\p{Z}\p{M}\p{Default_Ignorable_Code_Point}\u2800]/u.test(shown) ? shown : null;
}

/** The name, or with the first number that tells it from these: `Ada 2`. Case, accents' spelling and width make no difference. */
export function tellApartFrom(names: readonly string[], name: string): string {
  const taken = new Set(names.map(sameness));
  for (let number = 1; ; number += 1) {
    const end = number === 1 ? '' : ` ${number}`;
    const candidate = `${[...name]
      .slice(0, longestName - end.length)
      .join('')
      .trimEnd()}${end}`;
    if (!taken.has(sameness(candidate))) return candidate;
  }
}

function sameness(name: string): string {
  return name.normalize('NFKC').toLowerCase();
}
