import type { Field } from './document-text.ts';
import type { Intent } from './intent.ts';
import type { Query } from './query.ts';
import type { Candidate, Retrieval, SearchIndex } from './search-index.ts';
import type { Unit } from './unit.ts';

/** A candidate with all that speaks for it; every part in [0, 1] but the score. */
export type Ranked = {
  readonly document: number;
  readonly score: number;
  /** Share of what the query says that the question has somewhere, weaker where only its answer has it. */
  readonly coverage: number;
  /** Share of it that the best title or alias has, and share of that heading that the query has. */
  readonly headingQuery: number;
  readonly headingShare: number;
  /** How nearly the query is that heading and nothing else. */
  readonly exact: number;
  /** The same of the title: how much of it the query has, and how much of the query it has. */
  readonly titleShare: number;
  readonly titleQuery: number;
  /** True for a question whose title or best alias is a comparison, and for one that names a plain operation. */
  readonly compares: boolean;
  readonly operates: boolean;
};

/** How much it says that a field has a term. */
const fieldStrength: Readonly<Record<Field, number>> = { title: 1, aliases: 1, answer: 0.6 };

const weights = {
  retrieval: 0.45,
  coverage: 1,
  heading: 1.2,
  headingShare: 0.2,
  exact: 0.25,
  title: 0.4,
  titleQuery: 0.15,
  comparedTitle: 0.6,
  intent: 0.25,
};

/** A query and a heading that agree by no more than this share are two different things. */
const nearlyExact = 0.8;

/** Orders candidates by retrieval score, coverage of the query and agreement with the best title or alias; best first. */
export function rank(
  { candidates, terms }: Retrieval,
  query: Query,
  index: SearchIndex,
  intents: readonly Intent[],
): Ranked[] {
  const compare = index.headings.compare(query.units, query.intent);
  const judged = query.units.filter(
    ({ alternatives }) => alternatives.length === 0 || alternatives.some(({ term }) => terms.has(term)),
  );
  const top = candidates[0]?.score ?? 1;
  return candidates
    .map(({ document, score, match }) => {
      const coverage = coverageOf(judged, match);
      const agreement = compare(document);
      const exact = Math.max(0, agreement.query * agreement.heading - nearlyExact) / (1 - nearlyExact);
      const value =
        weights.retrieval * Math.sqrt(score / top) +
        weights.coverage * coverage +
        weights.heading * agreement.value +
        weights.title * agreement.title +
        weights.headingShare * agreement.heading +
        weights.exact * exact +
        (weights.titleQuery + (query.intent.compares ? weights.comparedTitle : 0)) * agreement.titleQuery +
        weights.intent * intentAgreement(query.intent, intents[document]);
      return {
        document,
        score: value,
        coverage,
        headingQuery: agreement.query,
        headingShare: agreement.heading,
        exact,
        titleShare: agreement.title,
        titleQuery: agreement.titleQuery,
        compares: agreement.compares || intents[document]?.compares === true,
        operates: agreement.operates || intents[document]?.operates === true,
      };
    })
    .toSorted((a, b) => b.score - a.score || a.document - b.document);
}

function coverageOf(units: readonly Unit[], match: Candidate['match']): number {
  let covered = 0;
  let whole = 0;
  for (const { alternatives, weight } of units) {
    let best = 0;
    for (const { term, factor } of alternatives) {
      for (const field of Object.hasOwn(match, term) ? (match[term] ?? []) : []) {
        best = Math.max(best, factor * (fieldStrength[field as Field] ?? 0));
      }
    }
    covered += weight * best;
    whole += weight;
  }
  return whole === 0 ? 0 : covered / whole;
}

function intentAgreement(asked: Intent, offered: Intent | undefined): number {
  if (offered === undefined) return 0;
  return (asked.compares && offered.compares ? 1 : 0) + (asked.asksWhy && offered.asksWhy ? 1 : 0);
}
