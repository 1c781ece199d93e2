import type { Agreement } from './headings.ts';
import { compareHeadings } from './headings.ts';
import type { Intent } from './intent.ts';
import { noIntent } from './intent.ts';
import type { Model, RankingParts } from './model.ts';
import { rankingParts } from './model.ts';
import type { SoughtTerm } from './postings.ts';
import type { Query, Unit } from './query.ts';
import type { Retrieval, SearchIndex } from './search-index.ts';
import type { Vocabulary } from './vocabulary.ts';

/** A candidate with all that speaks for it. */
export type Ranked = {
  readonly document: number;
  readonly score: number;
  readonly agreement: Agreement;
  /** What its title asks. */
  readonly intent: Intent;
  /** Share of what the query says that the question has somewhere, weaker where only its answer has it; in [0, 1]. */
  readonly coverage: number;
  /** How many telling words of the query it has somewhere. */
  readonly words: number;
  /** Weight of the weightiest thing in the query that the question does not have, in [0, 1]. */
  readonly unexplained: number;
  /** What the score is made of. */
  readonly parts: RankingParts;
};

/** How much it says that a question has a term, by where it stands (see `Postings`): nowhere, in passing, in a heading. */
const strengths: readonly number[] = [0, 0.6, 1];

/** A word that tells less than this is no evidence by itself. */
const telling = 0.1;

/** What a message that was pasted shares, in weights of the vocabulary: more than any sentence does. */
const messageWeight = 2;

type Circumstances = {
  readonly model: Model;
  readonly index: SearchIndex;
  readonly vocabulary: Vocabulary;
  /** What the titles ask, by question. */
  readonly intents: readonly Intent[];
  /** By question, how much of a message that it explains was pasted. */
  readonly messages: ReadonlyMap<number, number>;
};

/** Orders candidates by retrieval, coverage of the query and agreement with the best title or alias; best first. */
export function rank(
  { candidates, terms }: Retrieval,
  { units, intent: asked }: Query,
  { model, index, vocabulary, intents, messages }: Circumstances,
): Ranked[] {
  const compare = compareHeadings(units, vocabulary);
  const judged = judgedUnits(units, terms, vocabulary);
  const top = candidates[0]?.score || 1;
  return inOrder(
    candidates.map(({ document, score }) => {
      const intent = intents[document] ?? noIntent;
      const message = messages.get(document) ?? 0;
      const cover = coverageOf(judged, (id) => (score > 0 ? (strengths[index.standing(id, document)] ?? 0) : 0));
      const coverage = Math.max(cover.coverage, message);
      const said = compare(index.headings(document));
      const agreement = message === 0 ? said : pasted(said, message);
      const parts = {
        retrieval: Math.sqrt(score / top),
        coverage,
        both: agreement.query * agreement.heading,
        comparison: asked.compares && intent.compares ? 1 : 0,
      };
      return {
        document,
        agreement,
        intent,
        coverage,
        words: message > 0 ? Number.POSITIVE_INFINITY : cover.words,
        unexplained: cover.unexplained * (1 - message),
        parts,
      };
    }),
    model.ranking,
  );
}

/** What was ranked, best first, by weights of the parts that a score is made of. */
export function inOrder(ranked: readonly Omit<Ranked, 'score'>[], weights: RankingParts): Ranked[] {
  return ranked
    .map((one) => ({ ...one, score: rankingParts.reduce((sum, part) => sum + one.parts[part] * weights[part], 0) }))
    .toSorted((a, b) => b.score - a.score || a.document - b.document);
}

/** A message that a question explains is a heading of it. */
function pasted(said: Agreement, share: number): Agreement {
  const shared = Math.max(said.shared, messageWeight * share);
  return { ...said, query: share, heading: share, shared, title: share, titleQuery: share };
}

/** A unit of the query by the terms that were looked up; none where the bank does not know it. */
type Judged = Pick<Unit, 'weight' | 'words'> & { readonly sought: readonly SoughtTerm[] };

/** What of a query a question is judged by: all but what is too common in the bank to be looked up. */
function judgedUnits(units: readonly Unit[], terms: ReadonlySet<number>, vocabulary: Vocabulary): readonly Judged[] {
  return units.flatMap(({ alternatives, weight, words }) => {
    const sought = alternatives
      .map(({ term, factor }) => ({ id: vocabulary.idOf(term) ?? -1, factor }))
      .filter(({ id }) => terms.has(id));
    return alternatives.length > 0 && sought.length === 0 ? [] : [{ sought, weight, words }];
  });
}

function coverageOf(
  units: readonly Judged[],
  strength: (id: number) => number,
): Pick<Ranked, 'coverage' | 'words' | 'unexplained'> {
  let [covered, whole, said, unexplained] = [0, 0, 0, 0];
  for (const { sought, weight, words } of units) {
    let best = 0;
    for (const { id, factor } of sought) best = Math.max(best, factor * strength(id));
    if (best === 0) unexplained = Math.max(unexplained, weight);
    else if (weight >= telling) said += words;
    covered += weight * best;
    whole += weight;
  }
  return { coverage: whole === 0 ? 0 : covered / whole, words: said, unexplained };
}
