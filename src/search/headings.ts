import type { Unit } from './query.ts';
import type { Vocabulary } from './vocabulary.ts';

/** How a query and the best of a question's titles and aliases agree. */
export type Agreement = {
  /** How much of the query the heading says, in [0, 1]. */
  readonly query: number;
  /** How much of the heading the query says, in [0, 1]. */
  readonly heading: number;
  /** What they share, in weights of the vocabulary. */
  readonly shared: number;
  /** How much of the title the query says, and how much of the query the title says, whichever heading is the best. */
  readonly title: number;
  readonly titleQuery: number;
};

const none: Agreement = { query: 0, heading: 0, shared: 0, title: 0, titleQuery: 0 };

/** Behind the terms of a word, and behind those of a heading. */
const [wordEnd, headingEnd] = [-1, -2];

/** Headings as numbers, each given as the ids of the terms of its words: each distinct word once, with ends behind them. */
export function encodeHeadings(headings: readonly (readonly (readonly number[])[])[]): Int32Array {
  const encoded = headings.flatMap((words) => {
    const distinct = new Map(words.map((ids) => [ids[0], ids]));
    return [...[...distinct.values()].flatMap((ids) => [...ids, wordEnd]), headingEnd];
  });
  return Int32Array.from(encoded);
}

/** Prepares a query; the result compares it with the headings of a question. */
export function compareHeadings(units: readonly Unit[], vocabulary: Vocabulary): (encoded: Int32Array) => Agreement {
  const places = placesOf(units, vocabulary);
  const sieve = sieveOf(places.keys());
  const whole = units.reduce((sum, { weight }) => sum + weight, 0) || 1;
  const found = new Float64Array(units.length);

  /** How much of a heading, from one place to another, the query says; what it has of the query is left in `found`. */
  function saidOf(encoded: Int32Array, start: number, end: number): number {
    let [wordWeight, wordFactor, said, total] = [-1, 0, 0, 0];
    for (let at = start; at < end; at += 1) {
      const id = encoded[at] ?? wordEnd;
      if (id === wordEnd) {
        said += wordWeight * wordFactor;
        total += wordWeight;
        [wordWeight, wordFactor] = [-1, 0];
        continue;
      }
      if (wordWeight < 0) wordWeight = vocabulary.weightOf(id);
      if (!passes(sieve, id)) continue;
      for (const { unit, factor } of places.get(id) ?? nowhere) {
        wordFactor = Math.max(wordFactor, factor);
        found[unit] = Math.max(found[unit] ?? 0, factor);
      }
    }
    return said === 0 ? 0 : said / total;
  }

  return (encoded) => {
    let best = none;
    let title: Pick<Agreement, 'title' | 'titleQuery'> | null = null;
    let [start, isHit] = [0, false];
    for (let at = 0; at < encoded.length; at += 1) {
      const id = encoded[at] ?? headingEnd;
      if (id >= 0) isHit ||= passes(sieve, id);
      if (id !== headingEnd) continue;
      // Most headings have nothing of what is asked.
      const heading = isHit ? saidOf(encoded, start, at) : 0;
      const shared = isHit ? takeFound(units, found) : 0;
      const query = shared / whole;
      title ??= { title: heading, titleQuery: query };
      if (query * heading > best.query * best.heading) best = { ...none, query, heading, shared };
      [start, isHit] = [at + 1, false];
    }
    return { ...best, ...title };
  };
}

/** Tells of most numbers that they are none of these, without looking them up. */
function sieveOf(ids: Iterable<number>): Int32Array {
  const sieve = new Int32Array(32);
  for (const id of ids) sieve[(id >> 5) & 31] = (sieve[(id >> 5) & 31] ?? 0) | (1 << (id & 31));
  return sieve;
}

function passes(sieve: Int32Array, id: number): boolean {
  return (((sieve[(id >> 5) & 31] ?? 0) >> (id & 31)) & 1) === 1;
}

type Place = { readonly unit: number; readonly factor: number };

const nowhere: readonly Place[] = [];

/** By id of a term, the units of the query that it stands for. */
function placesOf(units: readonly Unit[], vocabulary: Vocabulary): ReadonlyMap<number, readonly Place[]> {
  const places = new Map<number, Place[]>();
  units.forEach(({ alternatives }, unit) => {
    for (const { term, factor } of alternatives) {
      const id = vocabulary.idOf(term);
      if (id !== undefined) places.set(id, [...(places.get(id) ?? []), { unit, factor }]);
    }
  });
  return places;
}

/** Weight of what was found, which is cleared for the next heading. */
function takeFound(units: readonly Unit[], found: Float64Array): number {
  let shared = 0;
  for (let unit = 0; unit < units.length; unit += 1) {
    shared += (units[unit]?.weight ?? 0) * (found[unit] ?? 0);
    found[unit] = 0;
  }
  return shared;
}
