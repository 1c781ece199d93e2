import { describe, expect, it } from 'vitest';
import { createTokenizer } from '../../src/search/tokenize.ts';

const tokenize = createTokenizer(['PyTorch', 'TensorFlow', 'LeakyReLU']);

const words = (text: string) => tokenize(text).words;
const compounds = (text: string) => tokenize(text).compounds.map((compound) => compound.text);

describe('words', () => {
  it.each([
    ['nn.MaxPool2d', ['nn', 'max', 'pool', '2d']],
    ['MSELoss', ['mse', 'loss']],
    ['zero_grad()', ['zero', 'grad']],
    ['cifar10', ['cifar', '10']],
    ['LeakyReLU', ['leakyrelu']],
    ['ReLU, NumPy and BatchNorm', ['relu', 'numpy', 'and', 'batch', 'norm']],
    ['C++, C# and F#: a+b, #1', ['c++', 'c#', 'and', 'f#', 'a', 'b', '1']],
    ['what is | for', ['what', 'is', '|', 'for']],
    ['&& vs ; or $?', ['&&', 'vs', ';', 'or', '$?']],
    ['main..topic and main...topic', ['main', 'topic', 'and', 'main', 'topic']],
    ['`..` or `...`?', ['..', 'or', '...']],
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

  it('finds nothing in punctuation and emoji', () => {
    expect(words('??? 👍 --- __ !! :-) ... really?!')).toEqual(['...', 'really']);
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

it('says which words stand as a program has them', () => {
  expect([...tokenize('x = torch.cat(a) of b. And').called]).toEqual(['cat']);
});
