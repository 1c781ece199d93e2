import type { AsPlainObject } from 'minisearch';
import MiniSearch from 'minisearch';
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
  readonly build: (terms: number) => PostingColumns;
};

/**
 * The occurrences by term, one after the other in flat arrays: those of a term stand from its offset to the next one's, by
 * question. A standing is as `Postings` tells it.
 */
export type PostingColumns = {
  readonly offsets: Int32Array;
  readonly documents: Int32Array;
  readonly worths: Float64Array;
  readonly standings: Uint8Array;
  /** How many questions there are. */
  readonly size: number;
};

/** What a match is worth by its field. Between 1 and 5 for titles, retrieval hardly changes. */
const boosts: readonly number[] = fields.map((field) => ({ title: 2.5, aliases: 2, answer: 1 })[field]);

/** BM25+ as MiniSearch has it by default: saturation of frequency, weight of length, and what any occurrence is worth. */
const [saturation, lengthWeight, floor] = [1.2, 0.7, 0.5];

/** A question as MiniSearch indexes it: the ids of its terms as words. */
type Entry = { readonly document: number } & Readonly<Record<Field, string>>;

/** What a question is worth to a term, and whether that stands in a heading. */
type Occurrence = { worth: number; prominent: boolean };

/**
 * MiniSearch indexes the fields; what BM25+ makes of them (Robertson and Zaragoza 2009; Lv and Zhai 2011) depends on the
 * bank alone, so that it is reckoned once, and a search only adds up.
 */
export function createPostingsBuilder(): PostingsBuilder {
  const engine = new MiniSearch<Entry>({
    idField: 'document',
    fields: [...fields],
    tokenize: (text) => text.split(' '),
    processTerm: (term) => term || null,
  });
  return {
    add: ({ title, aliases, answer }) =>
      engine.add({
        document: engine.documentCount,
        ...{ title: title.join(' '), aliases: aliases.join(' '), answer: answer.join(' ') },
      }),
    build: (terms) => toColumns(engine.toJSON(), terms),
  };
}

function toColumns(indexed: AsPlainObject, terms: number): PostingColumns {
  const found = new Map(indexed.index.map(([term, byField]) => [Number(term), occurrencesOf(byField, indexed)]));
  const offsets = new Int32Array(terms + 1);
  for (let term = 0; term < terms; term += 1) {
    offsets[term + 1] = (offsets[term] ?? 0) + (found.get(term)?.size ?? 0);
  }
  const size = offsets[terms] ?? 0;
  const columns = { documents: new Int32Array(size), worths: new Float64Array(size), standings: new Uint8Array(size) };
  for (const [term, occurrences] of found) {
    let at = offsets[term] ?? 0;
    for (const document of [...occurrences.keys()].toSorted((one, other) => one - other)) {
      const { worth = 0, prominent = false } = occurrences.get(document) ?? {};
      columns.documents[at] = document;
      columns.worths[at] = worth;
      columns.standings[at] = prominent ? 2 : 1;
      at += 1;
    }
  }
  return { offsets, ...columns, size: indexed.documentCount };
}

/** One term in all questions that have it. */
function occurrencesOf(
  byField: AsPlainObject['index'][number][1],
  { fieldIds, fieldLength, averageFieldLength, documentCount }: AsPlainObject,
): ReadonlyMap<number, Occurrence> {
  const occurrences = new Map<number, Occurrence>();
  fields.forEach((field, place) => {
    const id = fieldIds[field] ?? 0;
    const times = Object.entries(byField[id] ?? {});
    for (const [short, count] of times) {
      const document = Number(short);
      const occurrence = occurrences.get(document) ?? { worth: 0, prominent: field !== 'answer' };
      occurrences.set(document, occurrence);
      const length = ((fieldLength[short] as readonly number[] | undefined)?.[id] ?? 1) / (averageFieldLength[id] ?? 1);
      occurrence.worth += (boosts[place] ?? 1) * worthOf(Number(count), times.length, documentCount, length);
    }
  });
  return occurrences;
}

/** `having`: how many of the questions have the term in that field; `length`: of the field, against the average. */
function worthOf(times: number, having: number, documents: number, length: number): number {
  const rarity = Math.log(1 + (documents - having + 0.5) / (having + 0.5));
  const norm = 1 - lengthWeight + lengthWeight * length;
  return rarity * (floor + (times * (saturation + 1)) / (times + saturation * norm));
}

/** Searches what a builder has built. */
export function createPostings({ offsets, documents, worths, standings, size }: PostingColumns): Postings {
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
