import { createSearch } from '../src/search/search.ts';
import type { LabelledBank } from './labelled-sets.ts';
import { readLabelledBanks } from './labelled-sets.ts';
import type { Reply } from './quality.ts';
import { measureQuality, measureSearch, qualityRow } from './quality.ts';
import { createRival, tunedOptions } from './rival.ts';

/**
 * How often the search is right, and knows it, over every labelled set: `npm run bench:search`. Beside it MiniSearch with its
 * defaults, and with boost, fuzzy and prefix. A rival has no notion of certainty, so it answers from the score on that is
 * best for it on that very set: right answers less wrong and false ones.
 */

type Scored = Reply & { readonly score: number };

/** Answers from each of these quantiles of the rival's own scores on are tried. */
const quantiles = Array.from({ length: 40 }, (_, step) => step / 40);

function rivalRow(
  name: string,
  queries: LabelledBank['sets'][number]['queries'],
  rival: ReturnType<typeof createRival>,
) {
  const replies = new Map(
    queries.map(({ q }): [string, Scored] => {
      const hits = rival(q);
      return [q, { ids: hits.map(({ id }) => id), score: hits[0]?.score ?? 0, confident: false }];
    }),
  );
  const scores = [...replies.values()].map(({ score }) => score).toSorted((one, other) => one - other);
  const tried = quantiles.map((quantile) => {
    const threshold = scores[Math.floor(quantile * scores.length)] ?? 0;
    const quality = measureQuality(queries, (query) => {
      const { ids, score } = replies.get(query) ?? { ids: [], score: 0 };
      return { ids, confident: ids.length > 0 && score >= threshold };
    });
    const { rightAndConfident, wrongAndConfident, falseNear, falseForeign } = quality;
    return { threshold, quality, value: rightAndConfident - wrongAndConfident - falseNear - falseForeign };
  });
  const best = tried.reduce((one, other) => (other.value > one.value ? other : one));
  return qualityRow(name, best.quality, best.threshold.toFixed(1));
}

const rows = (await readLabelledBanks()).flatMap(({ questions, words, sets }) => {
  const search = createSearch({ questions, words });
  const rivals = [
    ['MiniSearch', createRival(questions, {})],
    ['MiniSearch, boost fuzzy prefix', createRival(questions, tunedOptions)],
  ] as const;
  return sets.flatMap(({ name, queries }) => {
    const ours = measureSearch(queries, search);
    return [
      qualityRow(name, ours, search.calibration.answer.toFixed(2)),
      ...rivals.map(([rivalName, rival]) => rivalRow(`  ${rivalName}`, queries, rival)),
    ];
  });
});
console.table(rows);
