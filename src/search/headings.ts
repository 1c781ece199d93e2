import type { Intent } from './intent.ts';
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
  /** True where the best heading is a comparison, and where it names a plain operation. */
  readonly compares: boolean;
  readonly operates: boolean;
};

export type Headings = {
  /** Prepares a query; the result compares it with the headings of a question. */
  readonly compare: (units: readonly Unit[], intent: Intent) => (document: number) => Agreement;
};

const none: Agreement = { query: 0, heading: 0, value: 0, title: 0, titleQuery: 0, compares: false, operates: false };

/** How much of the value depends on the share of the heading, and what an alias is worth against a title. */
const shareWeight = 0.55;
const aliasRank = 0.92;

/** What remains of the value where only one of query and heading compares. */
const uncompared = 0.9;

/** The number behind the words of a heading tells its intent: −2, 1 less for a comparison, 2 less for a plain operation. */
export function headingEnd({ compares, operates }: Pick<Intent, 'compares' | 'operates'>): number {
  return -2 - (compares ? 1 : 0) - (operates ? 2 : 0);
}

/** `encoded`: per question, the terms of each word, −1 behind each word, `headingEnd` behind each heading. */
export function createHeadings(encoded: readonly Int32Array[], vocabulary: Vocabulary): Headings {
  return {
    compare: (units, intent) => {
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
            const [compares, operates] = [(-2 - id) % 2 === 1, id <= -4];
            const worth = (title < 0 ? 1 : aliasRank) * (compares === intent.compares ? 1 : uncompared);
            const value = worth * query * (1 - shareWeight + shareWeight * heading);
            if (value > best.value) best = { ...none, query, heading, value, compares, operates };
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
