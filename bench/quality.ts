import type { Search } from '../src/search/result.ts';
import type { Labelled } from './labelled-sets.ts';

/** What a search made of one query: ids of the hits, best first, and whether it gave the first as the answer. */
export type Reply = { readonly ids: readonly string[]; readonly confident: boolean };

/** Shares in [0, 1]: of the queries that the bank covers, and of those it does not, by how far away they are. */
export type Quality = {
  readonly queries: number;
  readonly recallAt1: number;
  readonly recallAt3: number;
  readonly rightAndConfident: number;
  readonly wrongAndConfident: number;
  readonly falseNear: number;
  readonly falseForeign: number;
};

/** Scores a search; a hit is right when its id is among the expected ones. */
export function measureQuality(queries: readonly Labelled[], search: (query: string) => Reply): Quality {
  const judged = queries.map(({ q, ids, kind }) => {
    const { ids: hits, confident } = search(q);
    return { kind, rank: hits.findIndex((id) => ids.includes(id)), confident };
  });
  const share = (kind: Labelled['kind'], holds: (one: (typeof judged)[number]) => boolean) => {
    const some = judged.filter((one) => one.kind === kind);
    return some.length === 0 ? 0 : some.filter(holds).length / some.length;
  };
  return {
    queries: queries.length,
    recallAt1: share('answerable', ({ rank }) => rank === 0),
    recallAt3: share('answerable', ({ rank }) => rank >= 0 && rank < 3),
    rightAndConfident: share('answerable', ({ rank, confident }) => rank === 0 && confident),
    wrongAndConfident: share('answerable', ({ rank, confident }) => rank !== 0 && confident),
    falseNear: share('near', ({ confident }) => confident),
    falseForeign: share('foreign', ({ confident }) => confident),
  };
}

/** Scores our own search, which knows when it answers. */
export function measureSearch(queries: readonly Labelled[], { search }: Pick<Search, 'search'>): Quality {
  return measureQuality(queries, (query) => {
    const { verdict, hits } = search(query, 10);
    return { ids: hits.map(({ id }) => id), confident: verdict === 'answer' };
  });
}

/** One line of a table. */
export function qualityRow(name: string, quality: Quality, threshold = ''): Readonly<Record<string, string | number>> {
  const three = (value: number) => value.toFixed(3);
  return {
    set: name,
    queries: quality.queries,
    'R@1': three(quality.recallAt1),
    'R@3': three(quality.recallAt3),
    'right & confident': three(quality.rightAndConfident),
    'wrong & confident': three(quality.wrongAndConfident),
    'false, near': three(quality.falseNear),
    'false, foreign': three(quality.falseForeign),
    ...(threshold === '' ? {} : { threshold }),
  };
}
