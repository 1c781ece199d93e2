import type { Unit } from './unit.ts';
import type { Vocabulary } from './vocabulary.ts';

/** How a query and the best of a question's titles and aliases agree; both in [0, 1]. */
export type Agreement = {
  /** How much of the query the heading says. */
  readonly query: number;
  /** How much of the heading the query says. */
  readonly heading: number;
  /** Both in one number: what the query says counts more than what it leaves out, and a title more than an alias. */
  readonly value: number;
  /** How much of the title the query says, and how much of the query the title says, whichever heading is the best. */
  readonly title: number;
  readonly titleQuery: number;
};

export type Headings = {
  /** Prepares a query; the result compares it with the headings of a question. */
  readonly compare: (units: readonly Unit[]) => (document: number) => Agreement;
};

const none: Agreement = { query: 0, heading: 0, value: 0, title: 0, titleQuery: 0 };

/** How much of the value depends on the share of the heading, and what an alias is worth against a title. */
const shareWeight = 0.55;
const aliasRank = 0.92;

/** `encoded`: per question, the terms of each word, −1 behind each word, −2 behind each heading. */
export function createHeadings(encoded: readonly Int32Array[], vocabulary: Vocabulary): Headings {
  return {
    compare: (units) => {
      const places = new Map<number, { readonly unit: number; readonly factor: number }[]>();
      units.forEach(({ alternatives }, unit) => {
        for (const { term, factor } of alternatives) {
          const id = vocabulary.idOf(term);
          if (id === undefined) continue;
          const list = places.get(id) ?? [];
          if (list.length === 0) places.set(id, list);
          list.push({ unit, factor });
        }
      });
      const whole = units.reduce((sum, { weight }) => sum + weight, 0) || 1;
      const found = new Float64Array(units.length);

      return (document) => {
        let best = none;
        let [title, titleQuery] = [-1, 0];
        let [wordWeight, wordFactor, said, total] = [-1, 0, 0, 0];
        for (const id of encoded[document] ?? []) {
          if (id >= 0) {
            if (wordWeight < 0) wordWeight = vocabulary.weightOf(id);
            const here = places.get(id);
            if (here === undefined) continue;
            for (const { unit, factor } of here) {
              wordFactor = Math.max(wordFactor, factor);
              found[unit] = Math.max(found[unit] ?? 0, factor);
            }
          } else if (id === -1) {
            said += wordWeight * wordFactor;
            total += wordWeight;
            [wordWeight, wordFactor] = [-1, 0];
          } else {
            const query = said === 0 ? 0 : takeWeight(units, found) / whole;
            const heading = said === 0 ? 0 : said / total;
            const value = (title < 0 ? 1 : aliasRank) * query * (1 - shareWeight + shareWeight * heading);
            if (value > best.value) best = { ...none, query, heading, value };
            if (title < 0) [title, titleQuery] = [heading, query];
            [said, total] = [0, 0];
          }
        }
        return { ...best, title: Math.max(0, title), titleQuery };
      };
    },
  };
}

/** Weight of what was found, and clears it for the next heading. */
function takeWeight(units: readonly Unit[], found: Float64Array): number {
  let sum = 0;
  for (let unit = 0; unit < units.length; unit += 1) {
    sum += (units[unit]?.weight ?? 0) * (found[unit] ?? 0);
    found[unit] = 0;
  }
  return sum;
}
