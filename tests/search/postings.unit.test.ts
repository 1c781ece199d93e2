import fc from 'fast-check';
import MiniSearch from 'minisearch';
import { describe, expect, it } from 'vitest';
import { createPostings, createPostingsBuilder } from '../../src/search/postings.ts';

type Texts = {
  readonly title: readonly number[];
  readonly aliases: readonly number[];
  readonly answer: readonly number[];
};

const terms = 12;

function postingsOf(questions: readonly Texts[]) {
  const builder = createPostingsBuilder();
  for (const question of questions) builder.add(question);
  return createPostings(builder.build(terms));
}

/** The library whose BM25+ this is, with the same boosts. */
function libraryOf(questions: readonly Texts[]) {
  const engine = new MiniSearch({
    fields: ['title', 'aliases', 'answer'],
    tokenize: (text) => text.split(' '),
    processTerm: (term) => term || null,
    searchOptions: { boost: { title: 2.5, aliases: 2, answer: 1 } },
  });
  questions.forEach(({ title, aliases, answer }, id) => {
    engine.add({ id, title: title.join(' '), aliases: aliases.join(' '), answer: answer.join(' ') });
  });
  return engine;
}

const text = fc.array(fc.integer({ min: 0, max: terms - 1 }), { maxLength: 8 });
const question = fc.record({ title: text, aliases: text, answer: text });
const sought = fc.uniqueArray(
  fc.record({ id: fc.integer({ min: 0, max: terms - 1 }), factor: fc.constantFrom(1, 0.9, 0.88, 0.5) }),
  { selector: ({ id }) => id, minLength: 1, maxLength: 5 },
);

describe('the postings of a bank', () => {
  it('find the same questions as MiniSearch, with the same scores, whatever is asked', () => {
    fc.assert(
      fc.property(fc.array(question, { minLength: 1, maxLength: 15 }), sought, (questions, asked) => {
        const factors = new Map(asked.map(({ id, factor }) => [String(id), factor]));
        const theirs = libraryOf(questions)
          .search(asked.map(({ id }) => id).join(' '), { boostTerm: (term) => factors.get(term) ?? 1 })
          .map(({ id, score }) => [id as number, score] as const);
        const ours = postingsOf(questions).search(asked, Number.POSITIVE_INFINITY);
        expect(ours.map(({ document }) => document).toSorted()).toEqual(theirs.map(([id]) => id).toSorted());
        const scores = new Map(theirs);
        for (const { document, score } of ours) expect(score).toBeCloseTo(scores.get(document) ?? Number.NaN, 10);
      }),
    );
  });

  it('give the best of them first, and no more than were asked for', () => {
    fc.assert(
      fc.property(fc.array(question, { maxLength: 15 }), sought, fc.nat({ max: 4 }), (questions, asked, limit) => {
        const postings = postingsOf(questions);
        const all = postings.search(asked, Number.POSITIVE_INFINITY);
        expect(all.map(({ score }) => score)).toEqual(all.map(({ score }) => score).toSorted((a, b) => b - a));
        expect(postings.search(asked, limit)).toEqual(all.slice(0, limit));
      }),
    );
  });

  it('tell whether a term stands in a heading, in the answer only, or nowhere', () => {
    const postings = postingsOf([
      { title: [0], aliases: [1], answer: [2, 0] },
      { title: [3], aliases: [], answer: [] },
    ]);
    expect([0, 1, 2, 3].map((term) => postings.standing(term, 0))).toEqual([2, 2, 1, 0]);
    expect([0, 1, 2, 3].map((term) => postings.standing(term, 1))).toEqual([0, 0, 0, 2]);
  });
});
