/** What a bank knows: its terms and how much each tells, from 0 to 1 for a term that it does not know. */
export type Vocabulary = {
  /** Index of a term, undefined for one that no question uses. */
  readonly idOf: (term: string) => number | undefined;
  readonly has: (term: string) => boolean;
  /** True for a term that a title or an alias uses. */
  readonly isProminent: (term: string) => boolean;
  /**
   * What a term tells: the information that BM25 gives it in the bank, as a share of that of an unknown term, so that it
   * means the same in banks of any size; less for a word that is common in the language.
   */
  readonly weight: (term: string) => number;
  readonly weightOf: (id: number) => number;
  /** Share of the questions that use a term. */
  readonly shareOf: (id: number) => number;
};

/** A whole bank's vocabulary, and the same without the terms of one of its questions. */
export type WholeVocabulary = Vocabulary & {
  /** How many terms it has; their ids are the numbers below. */
  readonly size: number;
  readonly without: (terms: ReadonlySet<string>, prominent: ReadonlySet<string>) => Vocabulary;
};

export type VocabularyBuilder = {
  /**
   * Counts a term of a question and gives its id. `rarity`: of the word in its language, in [0, 1]; of several words with one
   * stem, the commonest tells. Questions come one after the other.
   */
  readonly add: (term: string, document: number, prominent: boolean, rarity: number) => number;
  readonly build: (documents: number) => WholeVocabulary;
};

/** In how many questions a term stands, and in the titles or aliases of how many. */
type Count = { all: number; prominent: number };

type Entry = Count & { rarity: number; last: number; lastProminent: number };

/** What a word tells that everybody uses, against one that is rare in the language; and what a name of the subject tells. */
const everyday = 0.35;
const ownName = 0.08;

const nowhere: Count = { all: 0, prominent: 0 };

/** Collects a vocabulary; `isOwn` knows names of the subject. */
export function createVocabularyBuilder(isOwn: (term: string) => boolean): VocabularyBuilder {
  const ids = new Map<string, number>();
  const entries: Entry[] = [];
  return {
    add: (term, document, prominent, rarity) => {
      const id = ids.get(term) ?? ids.size;
      ids.set(term, id);
      const entry = entries[id] ?? { ...nowhere, rarity, last: -1, lastProminent: -1 };
      entries[id] = entry;
      if (entry.last !== document) entry.all += 1;
      entry.last = document;
      if (prominent && entry.lastProminent !== document) entry.prominent += 1;
      if (prominent) entry.lastProminent = document;
      entry.rarity = Math.min(entry.rarity, rarity);
      return id;
    },
    build: (documents) => {
      const factors = Float64Array.from([...ids.keys()], (term, id) =>
        isOwn(term) ? ownName : shareOfRarity(entries[id]?.rarity ?? 1),
      );
      const counts = (id: number): Count => entries[id] ?? nowhere;
      const weights = factors.map((factor, id) => factor * told(documents, counts(id)));
      return {
        ...createView(ids, documents, counts, (id) => weights[id] ?? 1),
        size: ids.size,
        without: (terms, prominent) => {
          const gone = new Map([...terms].map((term) => [ids.get(term) ?? -1, prominent.has(term)]));
          const left = (id: number): Count => {
            const own = gone.get(id);
            const { all, prominent: inHeadings } = counts(id);
            return own === undefined ? counts(id) : { all: all - 1, prominent: inHeadings - (own ? 1 : 0) };
          };
          const weightOf = (id: number) =>
            gone.has(id) ? (factors[id] ?? 1) * told(documents - 1, left(id)) : (weights[id] ?? 1);
          return createView(ids, documents - 1, left, weightOf);
        },
      };
    },
  };
}

/** What a word tells by its rarity in the language, against the rarest. */
export function shareOfRarity(rarity: number): number {
  return everyday + (1 - everyday) * rarity;
}

function createView(
  ids: ReadonlyMap<string, number>,
  documents: number,
  countOf: (id: number) => Count,
  weightOf: (id: number) => number,
): Vocabulary {
  const idOf = (term: string) => {
    const id = ids.get(term);
    return id === undefined || countOf(id).all === 0 ? undefined : id;
  };
  return {
    idOf,
    has: (term) => idOf(term) !== undefined,
    isProminent: (term) => countOf(ids.get(term) ?? -1).prominent > 0,
    weightOf,
    weight: (term) => {
      const id = idOf(term);
      return id === undefined ? 1 : weightOf(id);
    },
    shareOf: (id) => countOf(id).all / documents,
  };
}

/** BM25's information, ln(1 + (N − n + ½) / (n + ½)), against that of a term that none of the N questions has. */
function told(documents: number, { all, prominent }: Count): number {
  const information = (count: number) => Math.log(1 + (documents - count + 0.5) / (count + 0.5));
  return information(prominent > 0 ? prominent : all) / information(0);
}
