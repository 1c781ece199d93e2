import { describe, expect, it } from 'vitest';
import { tokenize } from '../../src/search/tokenize.ts';

const words = (text: string) => tokenize(text).words;
const compounds = (text: string) => tokenize(text).compounds.map((compound) => compound.text);

describe('words', () => {
  it.each([
    ['nn.MaxPool2d', ['nn', 'max', 'pool', '2d']],
    ['MSELoss', ['mse', 'loss']],
    ['zero_grad()', ['zero', 'grad']],
    ['cifar10', ['cifar', '10']],
    ['LeakyReLU', ['leaky', 'relu']],
    ['`stride=2`', ['stride', '2']],
    ["the network's layers", ['the', 'network', 'layers']],
    ['optimisation of colour', ['optimization', 'of', 'color']],
    ['PyTorch and TensorFlow', ['pytorch', 'and', 'tensorflow']],
    ['What are CNNs?', ['what', 'are', 'cnn']],
    ['GPUs, MLPs and LEFT JOINs', ['gpu', 'mlp', 'and', 'left', 'join']],
    ['ReLUs', ['relus']],
    ['IDs of RNNCells', ['id', 'of', 'rnn', 'cells']],
  ])('%s', (text, expected) => {
    expect(words(text)).toEqual(expected);
  });

  it('drops the mean of a phrase, not the arithmetic one', () => {
    expect(words('what do you mean by stride')).not.toContain('mean');
    expect(words('mean squared error')).toContain('mean');
  });

  it('finds nothing in punctuation and emoji', () => {
    expect(words('??? 👍 --- __')).toEqual([]);
  });
});

describe('compound spellings', () => {
  it.each([
    ['nn.MaxPool2d', ['maxpool2d']],
    ['zero_grad', ['zerograd']],
    ['mini-batch', ['minibatch']],
    ['stride', []],
  ])('%s', (text, expected) => {
    expect(compounds(text)).toEqual(expected);
  });

  it('says what is written as code', () => {
    expect(tokenize('zero_grad').compounds[0]?.code).toBe(true);
    expect(tokenize('feed-forward').compounds[0]?.code).toBe(false);
  });
});
