import type { LabelledQuery } from './labelled-queries.ts';

/** What a search made of one query: seeds of the hits, best first, and whether it gave the first as the answer. */
export type Reply = { readonly seeds: readonly (number | null)[]; readonly confident: boolean };

/** Shares in [0, 1]; `falseAnswers` of the queries that the bank does not cover, the others of those that it does. */
export type Quality = {
  readonly queries: number;
  readonly recallAt1: number;
  readonly recallAt3: number;
  readonly meanReciprocalRank: number;
  readonly rightAndConfident: number;
  readonly wrongAndConfident: number;
  readonly falseAnswers: number;
};

/** Scores a search; a hit is right when its seed is among the expected ones. The reciprocal rank looks at ten hits. */
export function measureQuality(queries: readonly LabelledQuery[], search: (query: string) => Reply): Quality {
  const covered = queries.filter(({ expect }) => expect.length > 0);
  const foreign = queries.filter(({ expect }) => expect.length === 0);
  const judged = covered.map(({ q, expect }) => {
    const { seeds, confident } = search(q);
    return { rank: seeds.slice(0, 10).findIndex((seed) => seed !== null && expect.includes(seed)), confident };
  });
  const share = <Item>(items: readonly Item[], holds: (item: Item) => boolean) =>
    items.length === 0 ? 0 : items.filter(holds).length / items.length;
  return {
    queries: queries.length,
    recallAt1: share(judged, ({ rank }) => rank === 0),
    recallAt3: share(judged, ({ rank }) => rank >= 0 && rank < 3),
    meanReciprocalRank:
      judged.reduce((sum, { rank }) => sum + (rank < 0 ? 0 : 1 / (rank + 1)), 0) / (judged.length || 1),
    rightAndConfident: share(judged, ({ rank, confident }) => rank === 0 && confident),
    wrongAndConfident: share(judged, ({ rank, confident }) => rank !== 0 && confident),
    falseAnswers: share(foreign, ({ q }) => search(q).confident),
  };
}
