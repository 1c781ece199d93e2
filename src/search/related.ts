import type { Question } from '../core/question.ts';
import { analyze } from './analyze.ts';
import type { Lexicon } from './lexicon.ts';
import type { Search } from './result.ts';
import type { SearchIndex } from './search-index.ts';

/** A question's neighbours are looked for by this many of its own most telling terms. */
const tellingTerms = 16;

/** Neighbours by the terms of titles and aliases; found when first asked for, then kept. Unknown ids have none. */
export function createRelated(questions: readonly Question[], index: SearchIndex, lexicon: Lexicon): Search['related'] {
  const documents = new Map(questions.map(({ id }, document) => [id, document]));
  const found = new Map<number, readonly number[]>();

  function neighbours(document: number): readonly number[] {
    const known = found.get(document);
    const question = questions[document];
    if (known !== undefined || question === undefined) return known ?? [];
    const counts = new Map<string, number>();
    for (const { terms } of [question.title, ...question.aliases].flatMap(
      (heading) => analyze(heading, lexicon).content,
    )) {
      for (const term of terms) counts.set(term, (counts.get(term) ?? 0) + 1);
    }
    const units = [...counts]
      .map(([term, count]) => ({ term, weight: index.vocabulary.weight(term) * Math.sqrt(count) }))
      .toSorted((a, b) => b.weight - a.weight)
      .slice(0, tellingTerms)
      .map(({ term, weight }) => ({ alternatives: [{ term, factor: 1 }], weight, words: 1 }));
    const nearest = index.retrieve(units, 11).candidates.map((candidate) => candidate.document);
    const others = nearest.filter((other) => other !== document);
    found.set(document, others);
    return others;
  }

  return (id, limit) => {
    const document = documents.get(id);
    if (document === undefined) return [];
    return neighbours(document)
      .slice(0, Math.max(0, limit))
      .map((other) => questions[other]?.id ?? '');
  };
}
