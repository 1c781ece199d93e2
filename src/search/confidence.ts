import type { Query } from './query.ts';
import type { Ranked } from './rank.ts';
import type { SearchResult } from './result.ts';

/** From this confidence on, the first hit is given as the answer; below the second, the bank does not cover the query. */
const thresholds = { answer: 0.8, nothing: 0.08 };

/**
 * A logistic model of "the first hit is right". Every part is a share, so that none depends on the size or the language
 * of a bank. The figures were fitted to the labelled queries of `bench/queries.json` and rounded.
 */
const model = {
  base: -5,
  coverage: 2.5,
  headingQuery: 1.7,
  headingShare: 2.3,
  titleShare: 2,
  lead: 2.1,
  foreign: -3.4,
};

/** A lead over the second hit by this share of the score is a full lead. */
const fullLead = 0.2;

/**
 * How sure it is that the first hit is right, in [0, 1]: how much of the query's information the question explains, in
 * its titles and aliases above all, how much of these the query says, and how clearly the first leads. Words that the
 * bank lacks are information that is not explained; a name from next door speaks against every answer.
 */
export function confidenceOf(query: Query, ranked: readonly Ranked[]): number {
  const [first, second] = ranked;
  if (first === undefined) return 0;
  const lead = second === undefined ? 1 : Math.min(1, (first.score - second.score) / (fullLead * first.score));
  const foreign = query.units.reduce((most, unit) => Math.max(most, unit.foreign), 0);
  const evidence =
    model.base +
    model.coverage * first.coverage +
    model.headingQuery * first.headingQuery +
    model.headingShare * first.headingShare +
    model.titleShare * first.titleShare +
    model.lead * lead +
    model.foreign * foreign;
  return 1 / (1 + Math.exp(-evidence));
}

/** What a confidence means for the person who asked. */
export function verdictOf(confidence: number, hits: number): SearchResult['verdict'] {
  if (hits === 0 || confidence < thresholds.nothing) return 'nothing';
  return confidence >= thresholds.answer ? 'answer' : 'unsure';
}
