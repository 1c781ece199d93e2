import { describe, expect, it } from 'vitest';
import { readDocuments } from '../../src/search/document.ts';
import { packDocuments, unpackDocuments } from '../../src/search/kept-documents.ts';
import { createLexicon } from '../../src/search/lexicon.ts';
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
