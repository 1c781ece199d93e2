import { describe, expect, it } from 'vitest';
import { readDocuments } from '../../src/search/document.ts';
import { packDocuments, unpackDocuments } from '../../src/search/kept-documents.ts';
import { packPostings, unpackPostings } from '../../src/search/kept-postings.ts';
import { createLexicon } from '../../src/search/lexicon.ts';
import { createPostingsBuilder } from '../../src/search/postings.ts';
import { createSearch, prepareSearch } from '../../src/search/search.ts';
import { shipped } from './bank.ts';

describe('what a search has read of a bank', () => {
  it('is the same from its packed text', () => {
    const { questions, words } = shipped;
    const titles = questions.map(({ title }) => title);
    const read = readDocuments(questions, createLexicon(words, titles));
    expect(unpackDocuments(packDocuments(read))).toEqual(read);
    expect(unpackDocuments(packDocuments([]))).toEqual([]);
  });

  it('has the same postings from their packed text', () => {
    const builder = createPostingsBuilder();
    builder.add({ title: [0, 1], aliases: [], answer: [2, 2, 0] });
    builder.add({ title: [3], aliases: [1], answer: [] });
    const columns = builder.build(4);
    expect(columns.size).toBe(2);
    expect([...columns.offsets]).toEqual([0, 1, 3, 4, 5]);
    expect(unpackPostings(packPostings(columns))).toEqual(columns);
    const none = createPostingsBuilder().build(0);
    expect(unpackPostings(packPostings(none))).toEqual(none);
  });

  it('finds what a search finds that reads the bank itself', () => {
    const { calibration: _, ...bank } = shipped;
    const [prepared, own] = [createSearch({ ...bank, ...prepareSearch(bank) }), createSearch(bank)];
    expect(prepared.calibration).toEqual(own.calibration);
    for (const text of ['what is stride', 'diference of cnn and mlp', 'data parallel', 'zxqwv', '']) {
      expect(prepared.search(text, 5)).toEqual(own.search(text, 5));
      expect(prepared.complete(text, 5)).toEqual(own.complete(text, 5));
    }
    for (const { id } of bank.questions.slice(0, 20)) expect(prepared.related(id, 5)).toEqual(own.related(id, 5));
  });
});
