import { writeFile } from 'node:fs/promises';
import { evidenceOf } from '../src/search/confidence.ts';
import type { Model } from '../src/search/model.ts';
import { evidenceParts, rankingParts } from '../src/search/model.ts';
import { inOrder } from '../src/search/rank.ts';
import type { Ranking } from '../src/search/ranker.ts';
import { createRanker } from '../src/search/ranker.ts';
import { createSearch } from '../src/search/search.ts';
import type { LabelledBank } from './labelled-sets.ts';
import { readLabelledBanks } from './labelled-sets.ts';
import { fitChoices, fitLogistic } from './logistic.ts';
import { measureSearch, qualityRow } from './quality.ts';

/**
 * Fits what the parts of the ranking and of the evidence are worth, over all labelled banks, and writes
 * `src/search/model.json`: `npm run bench:fit`. First it prints, for each bank, what weights do that were fitted without it.
 */
const path = 'src/search/model.json';

/** What a set of queries counts, however large it is: our own are phrased by few, and nobody asks for missing questions. */
const worth = { labelled: 1, own: 0.3, missing: 0.4 };

/** A query as a bank ranks it, with the ids that answer it, and how much it counts. */
type Asked = {
  readonly bank: string;
  readonly ranking: Ranking;
  readonly isRight: (document: number) => boolean;
  readonly weight: number;
};

function askBank({ name, questions, words, sets }: LabelledBank): readonly Asked[] {
  const ranker = createRanker(questions, words);
  const asked = (ranking: Ranking, ids: readonly string[], weight: number): Asked => ({
    bank: name,
    ranking,
    isRight: (document) => ids.includes(questions[document]?.id ?? ''),
    weight,
  });
  // Reserved halves say whether what was learned holds, so nothing is learned from them.
  const labelled = sets
    .filter((set) => !set.name.endsWith('reserved'))
    .flatMap((set) => {
      const weight = (set.name.startsWith('own') ? worth.own : worth.labelled) / set.queries.length;
      return set.queries.map(({ q, ids }) => asked(ranker.rank(q), ids, weight));
    });
  // Titles and aliases, each asked while its question is away: nothing answers them.
  const missing = questions.flatMap(({ title, aliases }, document) => {
    const rank = ranker.without(document);
    return [title, ...aliases].map((heading) => asked(rank(heading), [], 1));
  });
  return [...labelled, ...missing.map((one) => ({ ...one, weight: worth.missing / missing.length }))];
}

function fitModel(some: readonly Asked[]): Model {
  const fitted = fitChoices(
    some.map(({ ranking: { ranked }, isRight, weight }) => ({
      options: ranked.map(({ document, parts }) => ({
        values: rankingParts.map((name) => parts[name]),
        right: isRight(document),
      })),
      weight,
    })),
    rankingParts.length,
  );
  const ranking = named(rankingParts, fitted);
  const examples = some.flatMap((asked) => {
    const ranked = inOrder(asked.ranking.ranked, ranking);
    const found = evidenceOf(asked.ranking.query, ranked);
    if (found === null) return [];
    const holds = asked.isRight(ranked[0]?.document ?? -1);
    return [{ values: evidenceParts.map((name) => found[name]), holds, weight: asked.weight }];
  });
  const { weights, base } = fitLogistic(examples, evidenceParts.length);
  return { ranking: roundedAll(ranking), base: rounded(base), confidence: roundedAll(named(evidenceParts, weights)) };
}

const rounded = (value: number) => Math.round(value * 100) / 100;

function named<Name extends string>(names: readonly Name[], values: readonly number[]) {
  return Object.fromEntries(names.map((name, place) => [name, values[place] ?? 0])) as Record<Name, number>;
}

function roundedAll<Name extends string>(values: Readonly<Record<Name, number>>) {
  return Object.fromEntries(Object.entries<number>(values).map(([name, value]) => [name, rounded(value)])) as Record<
    Name,
    number
  >;
}

const banks = await readLabelledBanks();
const asked = banks.flatMap(askBank);
console.log('\nEach bank by weights that were fitted to the others');
console.table(
  banks.flatMap(({ name, questions, words, sets }) => {
    const search = createSearch({ questions, words }, fitModel(asked.filter(({ bank }) => bank !== name)));
    return sets.map((set) => {
      return qualityRow(set.name, measureSearch(set.queries, search));
    });
  }),
);
const model = fitModel(asked);
await writeFile(path, `${JSON.stringify(model, null, 2)}\n`);
console.log(model);
