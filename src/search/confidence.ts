import type { Query } from './query.ts';
import type { Ranked } from './rank.ts';
import type { SearchResult } from './result.ts';

/** From this confidence on, the first hit is given as the answer; below the second, the bank does not cover the query. */
const thresholds = { answer: 0.83, nothing: 0.08 };

/**
 * A logistic model of "the first hit is right". Every part is a share, so that none depends on the language of a bank.
 * The figures were fitted to labelled queries, the `dev` half of `bench/queries.json` among them, and rounded.
 */
const model = {
  base: -4.3,
  coverage: 1.4,
  headingQuery: 0.9,
  headingShare: 1.55,
  titleShare: 1.05,
  titleQuery: 1.4,
  exact: 0.6,
  lead: 1.15,
  information: 1.15,
  supported: 1.75,
  foreign: -1.5,
  uncompared: -2,
  unoperated: -4,
  complaint: -1.5,
};

/** A lead over the second hit by this share of the score is a full lead. */
const fullLead = 0.2;

/** So much explained information, and so many explained things, are all that a query needs to say. */
const enough = { information: 6, supported: 5 };

/**
 * How sure it is that the first hit is right, in [0, 1]: how much of the query's information the question explains, in
 * its titles and aliases above all, how much of these the query says, how clearly the first leads, and how much there
 * is to go by at all: one common word that fits is weak evidence. Words that the bank lacks are information that is not
 * explained; a name from next door speaks against every answer, and so does a comparison that the question does not make.
 * Plain data handling ("the maximum of a tensor") is no reason to tell of a technique that is named after it, and what a
 * thing is seldom tells why one's own goes wrong.
 */
export function confidenceOf(query: Query, ranked: readonly Ranked[]): number {
  const [first, second] = ranked;
  if (first === undefined) return 0;
  const lead = second === undefined ? 1 : Math.min(1, (first.score - second.score) / (fullLead * first.score));
  const foreign = query.units.reduce((most, unit) => Math.max(most, unit.foreign), 0);
  const information = first.headingQuery * query.units.reduce((sum, { weight }) => sum + weight, 0);
  const known = query.units.filter(({ alternatives }) => alternatives.length > 0).length;
  const supported = first.coverage * known;
  const evidence =
    model.base +
    model.coverage * first.coverage +
    model.headingQuery * first.headingQuery +
    model.headingShare * first.headingShare +
    model.titleShare * first.titleShare +
    model.titleQuery * first.titleQuery +
    model.exact * first.exact +
    model.lead * lead +
    model.information * Math.min(1, information / enough.information) +
    model.supported * Math.min(1, supported / enough.supported) +
    model.foreign * foreign +
    (query.intent.compares && !first.compares ? model.uncompared : 0) +
    (query.intent.operates && !first.operates ? model.unoperated : 0) +
    (query.intent.complains ? model.complaint * (1 - first.headingQuery) : 0);
  return 1 / (1 + Math.exp(-evidence));
}

/** What a confidence means for the person who asked. */
export function verdictOf(confidence: number, hits: number): SearchResult['verdict'] {
  if (hits === 0 || confidence < thresholds.nothing) return 'nothing';
  return confidence >= thresholds.answer ? 'answer' : 'unsure';
}
