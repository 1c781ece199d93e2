import type { Evidence, Model } from './model.ts';
import { evidenceParts } from './model.ts';
import type { Query } from './query.ts';
import type { Ranked } from './rank.ts';

/** A lead over the second hit by this share of the score is a full lead. */
const fullLead = 0.2;

/** Evidence for the first hit; null where there is none. */
export function evidenceOf({ intent }: Query, ranked: readonly Ranked[]): Evidence | null {
  const [first, second] = ranked;
  if (first === undefined) return null;
  const { agreement, coverage, unexplained } = first;
  const both = agreement.query * agreement.heading;
  return {
    answerOnly: Math.max(0, coverage - agreement.query),
    both,
    shared: agreement.shared / (agreement.shared + 1),
    titleQuery: agreement.titleQuery,
    titleUnexplained: agreement.title * unexplained,
    lead: second === undefined ? 1 : Math.min(1, (first.score - second.score) / (fullLead * first.score)),
    defines: intent.defines && first.intent.defines ? agreement.title : 0,
    uncompared: intent.compares && !first.intent.compares ? 1 : 0,
  };
}

/** How sure it is that the first hit is right, in [0, 1], by a logistic model. */
export function confidenceOf(found: Evidence, model: Model): number {
  const sum = evidenceParts.reduce((total, name) => total + model.confidence[name] * found[name], model.base);
  return 1 / (1 + Math.exp(-sum));
}

/** A heading of which so much is said is said, and a query that says so much of it says nothing else. */
const wholeHeading = 0.85;
const wholeQuery = 0.75;

/**
 * Whether all that speaks for a hit is one word, and this is not the whole of a title or an alias, or not the whole of the
 * query: too little to be sure of anything.
 */
export function isLone({ agreement, words }: Ranked): boolean {
  return words < 2 && (agreement.heading < wholeHeading || agreement.query < wholeQuery);
}

/** A thing is known by a heading that the query says, and the query says more than that. */
const restOfQuery = 0.2;

/** Whether a hit explains what is asked about, while something else is asked about it. */
export function isPartial({ agreement }: Ranked): boolean {
  const said = agreement.heading >= wholeHeading || agreement.title >= wholeHeading;
  return said && 1 - agreement.query >= restOfQuery;
}
