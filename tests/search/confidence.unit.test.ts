import { describe, expect, it } from 'vitest';
import { createSearch } from '../../src/search/search.ts';
import { bank, question, shipped } from './bank.ts';

const search = createSearch(shipped);
const confidence = (query: string) => search.search(query, 3).confidence;
const verdict = (query: string) => search.search(query, 3).verdict;

describe('confidence', () => {
  it('every title is answered, and no greeting', () => {
    for (const { title } of bank) expect(verdict(title), title).toBe('answer');
    for (const greeting of ['hello', 'thanks bro', 'good morning']) expect(verdict(greeting)).toBe('nothing');
  });

  it('separates the bank from what is next door and from what is far away', () => {
    const own = ['what is padding', 'how to install pytorch', 'type 1 vs type 2 error', 'what does softmax do'];
    const next = ['what is an lstm', 'batch normalization', 'how do transformers work', 'k means clustering'];
    const far = ['weather in lisbon', 'book a meeting room', 'how to cook rice', 'docker compose volumes'];
    const least = Math.min(...own.map(confidence));
    for (const query of [...next, ...far]) expect(confidence(query), query).toBeLessThan(least / 2);
  });

  it('words that everybody uses hardly lower it', () => {
    for (const query of [
      'hey guys, can somebody tell me what a convolution layer is',
      'so what is padding all about then',
    ])
      expect(verdict(query), query).toBe('answer');
  });

  it('a name from next door lowers it', () => {
    expect(confidence('padding in a transformer')).toBeLessThan(0.6 * confidence('padding in a convolution'));
  });

  it('one word by itself is never enough, unless it is the whole title or alias', () => {
    const small = createSearch({
      questions: [
        ...bank,
        question('distribution', 'What is the difference between the Zephyr and the Quokka distribution?', [
          'zephyr quokka',
        ]),
        question('wombat', 'What is a wombat?', ['marsupial']),
      ],
    });
    expect(small.search('what is the normal distribution', 1).verdict).not.toBe('answer');
    expect(small.search('quokka', 1).verdict).not.toBe('answer');
    expect(small.search('marsupials', 1).verdict).toBe('answer');
    expect(small.search('what is a wombat', 1).verdict).toBe('answer');
  });

  it('the subject itself counts for nothing once something else is said', () => {
    expect(search.search('what is pytorch', 1).hits[0]?.id).toBe('what-is-pytorch');
    for (const query of ['pytorch early stopping', 'pytorch beam search', 'torch lstm'])
      expect(verdict(query), query).not.toBe('answer');
  });
});

describe('a partial answer', () => {
  it('is given where the thing is known and what is asked about it is not', () => {
    const { verdict: found, hits } = search.search('autoencoder loss stays constant', 1);
    expect([found, hits[0]?.id]).toEqual(['partial', 'autoencoder']);
  });

  it('is none where nothing but a common word is shared', () => {
    for (const query of ['how to learn english faster', 'the best restaurants in town'])
      expect(verdict(query), query).not.toMatch(/answer|partial/);
  });
});
