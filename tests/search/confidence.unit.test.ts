import { describe, expect, it } from 'vitest';
import { verdictOf } from '../../src/search/confidence.ts';
import { createSearch } from '../../src/search/search.ts';
import { bank, question } from './bank.ts';

const search = createSearch(bank);
const confidence = (query: string) => search.search(query, 3).confidence;
const verdict = (query: string) => search.search(query, 3).verdict;

describe('confidence', () => {
  it('every title and no greeting is answered', () => {
    for (const { title } of bank) expect(verdict(title), title).toBe('answer');
    for (const greeting of ['hello', 'thanks bro', 'good morning everyone']) expect(verdict(greeting)).toBe('nothing');
  });

  it('separates the bank from what is next door and from what is far away', () => {
    const own = ['what is padding', 'how to install pytorch', 'type 1 vs type 2 error', 'what does softmax do'];
    const next = ['what is an lstm', 'batch normalization', 'how do transformers work', 'k means clustering'];
    const far = ['weather in lisbon', 'book a meeting room', 'how to cook rice', 'docker compose volumes'];
    const least = Math.min(...own.map(confidence));
    for (const query of [...next, ...far]) expect(confidence(query), query).toBeLessThan(least / 2);
  });

  it('filler around a question hardly lowers it', () => {
    const plain = confidence('what is a convolution layer');
    const wordy = 'hey guys, my mentor asked me yesterday what a convolution layer is and i got stuck';
    expect(verdict(wordy)).toBe('answer');
    expect(plain - confidence(wordy)).toBeLessThan(0.1);
  });

  it('a name from next door lowers it', () => {
    expect(confidence('padding in a transformer')).toBeLessThan(confidence('padding in a convolution') / 2);
  });

  it('one common word that fits is weak evidence', () => {
    expect(verdict('how to learn english faster')).not.toBe('answer');
    expect(verdict('what is a function in math')).not.toBe('answer');
  });

  it('an operation on data is not the technique that is named after it', () => {
    for (const query of ['torch.max', 'torch.sum', 'average of a list', 'index of the largest value'])
      expect(verdict(query), query).not.toBe('answer');
    for (const query of ['max pooling', 'nn.MaxPool2d', 'sum of each window', 'average of each 2x2 block'])
      expect(verdict(query), query).toBe('answer');
  });

  it('a bank that has the operation itself answers with it', () => {
    const own = createSearch([
      question('maximum', 'How do you get the maximum of a tensor?', ['torch.max'], 'Call max.'),
      question('max-pooling', 'What is max pooling?', ['nn.MaxPool2d'], 'It keeps the largest value of each window.'),
      ...bank.filter(({ id }) => id !== 'max-pooling'),
    ]);
    const { verdict, hits } = own.search('torch.max', 1);
    expect([verdict, hits[0]?.id]).toEqual(['answer', 'maximum']);
  });

  it('a comparison with what the question does not compare lowers it', () => {
    expect(verdict('difference between nn.Module and nn.module')).not.toBe('answer');
    expect(verdict('sigmoid vs relu')).toBe('answer');
  });
});

describe('verdict', () => {
  it('grows with confidence, and is nothing without a hit', () => {
    expect([0, 0.5, 1].map((value) => verdictOf(value, 3))).toEqual(['nothing', 'unsure', 'answer']);
    expect(verdictOf(1, 0)).toBe('nothing');
  });
});
