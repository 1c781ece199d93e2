import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createSearch } from '../../src/search/search.ts';
import { bank, question, shipped } from './bank.ts';

const search = createSearch(shipped);
const first = (query: string) => search.search(query, 3).hits[0]?.id;
const verdict = (query: string) => search.search(query, 3).verdict;

describe('symbols', () => {
  it.each([
    ['torch.from_numpy()', 'from-numpy'],
    ['from_numpy', 'from-numpy'],
    ['fromnumpy', 'from-numpy'],
    ['soft max', 'softmax'],
    ['`nn.MaxPool2d(2)`', 'max-pooling'],
    ['maxpool2d', 'max-pooling'],
    ['MaxPool', 'max-pooling'],
    ['nn.Linear(784, 10)', 'fully-connected-layer'],
    ['optimizer.zero_grad()', 'optimizer-step'],
    ['F.softmax(logits, dim=-1)', 'softmax'],
    ['torchvision.datasets.CIFAR100', 'cifar-10-vs-cifar-100'],
  ])('%s is found whole and in parts', (query, id) => {
    expect(first(query)).toBe(id);
  });
});

describe('spelling', () => {
  it.each([
    ['what is a tesnor', 'tensor'],
    ['convolutoin layer', 'convolution-layer'],
    ['backpropogation', 'backpropagation'],
    ['autoencodr', 'autoencoder'],
    ['mselos ctclos bcelos', 'mse-ctc-bce-loss'],
  ])('a slip in "%s" does no harm', (query, id) => {
    expect(first(query)).toBe(id);
  });

  it('no English word is corrected into a technical one', () => {
    for (const query of ['what is a tenor', 'stripe', 'the best sauce', 'a pet llama']) {
      expect(verdict(query)).not.toBe('answer');
    }
  });
});

describe('short forms', () => {
  it.each([
    ['cnn', 'convolutional-neural-network'],
    ['conv net', 'convolutional-neural-network'],
    ['what is mse', 'mean-squared-error'],
    ['install pt w/ pip', 'install-pytorch'],
    ['sgd vs bgd', 'batch-stochastic-mini-batch'],
    ['dnn vs cnn', 'cnn-vs-mlp'],
  ])('%s', (query, id) => {
    expect(first(query)).toBe(id);
  });
});

describe('surroundings', () => {
  it.each([
    ['padding in a CNN', 'padding'],
    ['softmax in a CNN', 'softmax'],
  ])('%s', (query, id) => {
    expect(first(query)).toBe(id);
  });

  it('that the bank does not know are a subject of their own', () => {
    expect(search.search('stride in horse riding', 1).verdict).not.toBe('answer');
  });
});

describe('any text at all', () => {
  it.each([
    'constructor',
    '__proto__',
    'toString',
    'hasOwnProperty valueOf',
    '',
    '   ',
    '???',
    '👍👍',
    '\0',
    '\ud800',
    '<@U1>',
  ])('%j gives a result and no answer', (query) => {
    expect(verdict(query)).not.toBe('answer');
  });

  it('of any length gives a result', () => {
    for (const query of ['q'.repeat(40_000), 'word '.repeat(50_000), '&lt;'.repeat(10_000), '_'.repeat(10_000)]) {
      expect(search.search(query, 3).hits.length).toBeLessThanOrEqual(3);
    }
  });

  it('never throws, keeps its promises', () => {
    const piece = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 12 }),
      fc.constantFrom('tensor', 'stride=2', '__init__', 'what', 'vs', '&amp;', '<http://a|b>', 'nn.Conv2d', '3x3', "'"),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), fc.integer({ min: -1, max: 12 }), (pieces, limit) => {
        const { confidence, hits } = search.search(pieces.join(' '), limit);
        expect(confidence).toBeGreaterThanOrEqual(0);
        expect(confidence).toBeLessThanOrEqual(1);
        expect(hits.length).toBeLessThanOrEqual(Math.max(0, limit));
        expect(new Set(hits.map(({ id }) => id)).size).toBe(hits.length);
        expect(hits.map(({ score }) => score)).toEqual(hits.map(({ score }) => score).toSorted((a, b) => b - a));
      }),
      { numRuns: 100 },
    );
  });

  it('gives the same result each time', () => {
    expect(search.search('stride vs padding', 10)).toEqual(createSearch(shipped).search('stride vs padding', 10));
  });
});

describe('other banks', () => {
  it('a title of plain words is found by all of them', () => {
    const small = createSearch({
      questions: [
        question('go', 'What is Go?', [], 'A language.'),
        question('with', 'What does WITH do?', ['where vs having'], 'It names a query.'),
        question('c', 'What is C?', [], 'A language.'),
        question('cpp', 'What is C++?', [], 'Another language.'),
      ],
    });
    const found = (query: string) => small.search(query, 1).hits[0]?.id;
    expect(['what is go', 'what does with do', 'where vs having', 'what is c', 'C++'].map(found)).toEqual([
      'go',
      'with',
      'with',
      'c',
      'cpp',
    ]);
  });

  it('a neighbour that a title speaks of is a subject of the bank', () => {
    const small = createSearch({
      questions: [question('bayes', 'What is naive bayes?', [], 'It multiplies.'), question('tree', 'What is a tree?')],
      words: { own: [], neighbours: ['naive bayes', 'random forest'], synonyms: [] },
    });
    expect(small.search('what is naive bayes', 1).hits[0]?.id).toBe('bayes');
    expect(small.search('what is a random forest', 1).verdict).not.toBe('answer');
  });

  it('synonyms that have a word in common are one', () => {
    const small = createSearch({
      questions: [question('ray', 'What is a gamma ray?'), question('tree', 'What is a tree?')],
      words: {
        own: [],
        neighbours: [],
        synonyms: [
          ['alpha', 'beta'],
          ['gamma', 'delta'],
          ['beta', 'delta'],
        ],
      },
    });
    expect(small.search('alpha ray', 1).hits[0]?.id).toBe('ray');
  });

  it('the empty one knows nothing', () => {
    const empty = createSearch({ questions: [] });
    expect(empty.search('what is a tensor', 3)).toEqual({ verdict: 'nothing', confidence: 0, hits: [] });
    expect(empty.complete('te', 3)).toEqual([]);
    expect(empty.related('tensor', 3)).toEqual([]);
  });

  it('a word of a prototype is a word like any other', () => {
    const small = createSearch({
      questions: [
        question('constructor', 'What is a constructor?', ['__proto__ of an object'], 'It makes objects.'),
        question('stride', 'What is stride?', ['step size'], 'How far the kernel moves.'),
      ],
    });
    expect(small.search('constructor', 2).hits[0]?.id).toBe('constructor');
    expect(small.search('__proto__', 2).hits[0]?.id).toBe('constructor');
  });

  it('one that owns a subject from next door answers about it', () => {
    const own = [
      ...bank,
      question('lstm', 'What is an LSTM?', ['long short-term memory'], 'A recurrent cell with gates.'),
    ];
    expect(verdict('what is an lstm')).not.toBe('answer');
    const result = createSearch({ ...shipped, questions: own }).search('what is an lstm', 3);
    expect(result.hits[0]?.id).toBe('lstm');
    expect(result.verdict).toBe('answer');
  });
});
