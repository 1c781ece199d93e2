import type { Field } from './document-text.ts';
import { fields } from './document-text.ts';

/** A term by its id, and how well it stands for what was asked, in (0, 1]. */
export type SoughtTerm = { readonly id: number; readonly factor: number };

/** A question that has a sought term; the score is above zero. */
export type Found = { readonly document: number; readonly score: number };

/** Which questions have a term, and what it is worth there. */
export type Postings = {
  /** The questions that have any of the terms, best first; those with the same score in the order in which they were found. */
  readonly search: (terms: readonly SoughtTerm[], limit: number) => readonly Found[];
  /** Whether a question has a term in its answer only (1), in its title or an alias (2), or nowhere (0). */
  readonly standing: (term: number, document: number) => 0 | 1 | 2;
};

export type PostingsBuilder = {
  /** Adds the next question, by the ids of the terms of its fields, as often as each occurs. */
  readonly add: (terms: Readonly<Record<Field, readonly number[]>>) => void;
  /** `terms`: how many there are. */
  readonly build: (terms: number) => Postings;
};

/** What a match is worth by its field. Between 1 and 5 for titles, retrieval hardly changes. */
const boosts: readonly number[] = fields.map((field) => ({ title: 2.5, aliases: 2, answer: 1 })[field]);

/** BM25+ as MiniSearch has it: saturation of frequency, weight of length, and what any occurrence is worth. */
const [saturation, lengthWeight, floor] = [1.2, 0.7, 0.5];

/** One term in one question: how often it stands in each field. */
type Occurrence = { readonly term: number; readonly document: number; readonly times: number[] };

/** How many distinct terms each field of each question has, and on average. */
type Lengths = { readonly by: number[][]; readonly average: number[] };

/**
 * Collects what BM25+ goes by (Robertson and Zaragoza 2009; Lv and Zhai 2011). What a term is worth in a question depends on
 * the bank alone, so that it is reckoned once, and a search only adds up.
 */
export function createPostingsBuilder(): PostingsBuilder {
  const occurrences: Occurrence[] = [];
  const lengths: Lengths = { by: [], average: fields.map(() => 0) };
  return {
    add: (terms) => {
      const document = lengths.by.length;
      const own = new Map<number, Occurrence>();
      fields.forEach((field, place) => {
        for (const term of terms[field]) {
          const occurrence = own.get(term) ?? { term, document, times: fields.map(() => 0) };
          own.set(term, occurrence);
          occurrence.times[place] = (occurrence.times[place] ?? 0) + 1;
        }
      });
      occurrences.push(...own.values());
      // An empty field is as long as one of a single term.
      const length = fields.map((field) => Math.max(1, new Set(terms[field]).size));
      lengths.by.push(length);
      length.forEach((one, place) => {
        lengths.average[place] = ((lengths.average[place] ?? 0) * document + one) / (document + 1);
      });
    },
    build: (terms) => createPostings(occurrences, lengths, terms),
  };
}

/** The occurrences by term, one after the other in flat arrays: those of a term stand from its offset to the next one's. */
function createPostings(occurrences: readonly Occurrence[], lengths: Lengths, terms: number): Postings {
  const size = lengths.by.length;
  const offsets = new Int32Array(terms + 1);
  const inField = fields.map(() => new Int32Array(terms));
  for (const { term, times } of occurrences) {
    offsets[term + 1] = (offsets[term + 1] ?? 0) + 1;
    times.forEach((count, place) => {
      const counts = inField[place];
      if (count > 0 && counts !== undefined) counts[term] = (counts[term] ?? 0) + 1;
    });
  }
  for (let term = 0; term < terms; term += 1) offsets[term + 1] = (offsets[term + 1] ?? 0) + (offsets[term] ?? 0);
  const documents = new Int32Array(occurrences.length);
  const worths = new Float64Array(occurrences.length);
  const standings = new Uint8Array(occurrences.length);
  const next = offsets.slice();
  for (const { term, document, times } of occurrences) {
    const at = next[term] ?? 0;
    next[term] = at + 1;
    documents[at] = document;
    standings[at] = times.findIndex((count) => count > 0) < fields.indexOf('answer') ? 2 : 1;
    times.forEach((count, place) => {
      if (count === 0) return;
      const having = inField[place]?.[term] ?? 0;
      const length = (lengths.by[document]?.[place] ?? 1) / (lengths.average[place] ?? 1);
      worths[at] = (worths[at] ?? 0) + (boosts[place] ?? 1) * worthOf(count, having, size, length);
    });
  }
  return searchable({ offsets, documents, worths, standings }, size);
}

/** `having`: how many of the questions have the term in that field; `length`: of the field, against the average. */
function worthOf(times: number, having: number, documents: number, length: number): number {
  const rarity = Math.log(1 + (documents - having + 0.5) / (having + 0.5));
  const norm = 1 - lengthWeight + lengthWeight * length;
  return rarity * (floor + (times * (saturation + 1)) / (times + saturation * norm));
}

type Columns = {
  readonly offsets: Int32Array;
  readonly documents: Int32Array;
  readonly worths: Float64Array;
  readonly standings: Uint8Array;
};

function searchable({ offsets, documents, worths, standings }: Columns, size: number): Postings {
  // Room for one search at a time, left as it was found: all zero.
  const scores = new Float64Array(size);
  const matched = new Int32Array(size);
  return {
    search: (terms, limit) => {
      const touched: number[] = [];
      for (const { id, factor } of terms) {
        for (let at = offsets[id] ?? 0; at < (offsets[id + 1] ?? 0); at += 1) {
          const document = documents[at] ?? 0;
          if (matched[document] === 0) touched.push(document);
          matched[document] = (matched[document] ?? 0) + 1;
          scores[document] = (scores[document] ?? 0) + factor * (worths[at] ?? 0);
        }
      }
      const best: Found[] = [];
      for (const document of touched) {
        // Who has more of the terms is preferred.
        insert(best, { document, score: (scores[document] ?? 0) * (matched[document] ?? 0) }, limit);
        scores[document] = 0;
        matched[document] = 0;
      }
      return best;
    },
    standing: (term, document) => {
      let [low, high] = [offsets[term] ?? 0, offsets[term + 1] ?? 0];
      while (low < high) {
        const middle = (low + high) >> 1;
        if ((documents[middle] ?? 0) < document) low = middle + 1;
        else high = middle;
      }
      if (low >= (offsets[term + 1] ?? 0) || documents[low] !== document) return 0;
      return standings[low] === 2 ? 2 : 1;
    },
  };
}

/** Puts one behind all that are as good or better, among the best so many. */
function insert(best: Found[], one: Found, limit: number): void {
  let place = best.length;
  if (place >= limit && one.score <= (best[place - 1]?.score ?? 0)) return;
  for (; place > 0 && one.score > (best[place - 1]?.score ?? 0); place -= 1) {}
  best.splice(place, 0, one);
  if (best.length > limit) best.pop();
}
