import { stemmer } from 'stemmer';

/** Words that Porter's stems leave apart or wrongly join, with the stem that they shall have. */
const irregular = new Map(
  Object.entries({
    matrices: 'matrix',
    matrixes: 'matrix',
    vertices: 'vertex',
    indices: 'index',
    indexes: 'index',
    axes: 'axis',
    classify: 'classif',
    classifies: 'classif',
    classified: 'classif',
    classifying: 'classif',
    classifier: 'classif',
    classifiers: 'classif',
    classification: 'classif',
    classifications: 'classif',
    recognition: 'recogniz',
    recognise: 'recogniz',
    recognize: 'recogniz',
    recognizer: 'recogniz',
    differentiate: 'derivat',
    differentiates: 'derivat',
    differentiated: 'derivat',
    differentiating: 'derivat',
    differentiation: 'derivat',
    differentiable: 'derivat',
    derivative: 'derivat',
    derivatives: 'derivat',
    derive: 'derivat',
    deriving: 'derivat',
    derivation: 'derivat',
    derived: 'derivat',
    convolve: 'convolut',
    convolves: 'convolut',
    convolved: 'convolut',
    convolving: 'convolut',
    objective: 'objectiv',
    objectives: 'objectiv',
    abstraction: 'abstract',
    abstractions: 'abstract',
    general: 'general',
    generate: 'generat',
    generates: 'generat',
    generated: 'generat',
    generating: 'generat',
    generator: 'generat',
    generative: 'generat',
    generation: 'generat',
    maximum: 'max',
    maxima: 'max',
    maximal: 'max',
    maximize: 'maximiz',
    minimum: 'min',
    minimal: 'minimal',
    minima: 'min',
    avg: 'averag',
    ran: 'run',
    went: 'go',
    saw: 'see',
    seen: 'see',
    kept: 'keep',
    lost: 'lose',
    losing: 'lose',
    loses: 'lose',
    built: 'build',
    fed: 'feed',
    sent: 'send',
    fitted: 'fit',
    fits: 'fit',
    chose: 'choos',
    chosen: 'choos',
    wrote: 'write',
    written: 'write',
    took: 'take',
    taken: 'take',
    gave: 'give',
    given: 'give',
    made: 'make',
    held: 'hold',
    shown: 'show',
    shrunk: 'shrink',
    shrank: 'shrink',
    slid: 'slide',
    learnt: 'learn',
    spoken: 'speak',
    drawn: 'draw',
    drew: 'draw',
    pooling: 'pool',
    pooled: 'pool',
    pools: 'pool',
    tensors: 'tensor',
    data: 'data',
    basis: 'basis',
    bias: 'bias',
    biases: 'bias',
    losses: 'loss',
    loss: 'loss',
    axis: 'axis',
    analysis: 'analys',
    hypotheses: 'hypothesi',
    hypothesis: 'hypothesi',
    children: 'child',
    libraries: 'librari',
    weights: 'weight',
    weighted: 'weight',
    weighting: 'weight',
    reconstruction: 'reconstruct',
    compression: 'compress',
    linearity: 'linear',
    linearly: 'linear',
    nonlinearity: 'nonlinear',
    nonlinearities: 'nonlinear',
    squashes: 'squash',
    optim: 'optim',
    optimizer: 'optim',
    optimizers: 'optim',
    optimization: 'optim',
    optimize: 'optim',
    optimizing: 'optim',
    optimal: 'optimal',
    installer: 'instal',
    installers: 'instal',
    perceptrons: 'perceptron',
    variables: 'variabl',
    variable: 'variabl',
    variational: 'variat',
    various: 'variou',
    variety: 'variou',
    university: 'univers',
    universe: 'univers',
    universal: 'universal',
    organization: 'organiz',
    organ: 'organ',
    probability: 'probabl',
    probabilities: 'probabl',
    probable: 'probabl',
    probabilistic: 'probabl',
    probably: 'probabli',
    multiplication: 'multipli',
    multiply: 'multipli',
    multiplying: 'multipli',
    multiple: 'multipl',
    existence: 'exist',
    deployment: 'deploy',
    depth: 'deep',
    deeper: 'deep',
    deepest: 'deep',
    wider: 'wide',
    widest: 'wide',
    width: 'width',
    larger: 'larg',
    largest: 'largest',
    biggest: 'biggest',
    bigger: 'big',
    highest: 'highest',
    higher: 'high',
    smaller: 'small',
    smallest: 'smallest',
    faster: 'fast',
    fastest: 'fast',
    slower: 'slow',
    easier: 'easi',
    harder: 'hard',
    simpler: 'simpl',
    simplest: 'simpl',
    older: 'old',
    oldest: 'old',
    newer: 'new',
    stronger: 'strong',
    strongest: 'strongest',
    utilization: 'util',
    utilize: 'util',
    utilized: 'util',
    operation: 'oper',
    operator: 'oper',
    operate: 'oper',
  }),
);

/** Beginnings of words in -ise and -ising that no spelling writes with z. */
const withS =
  /^(?:nois|rais|ris|wis|precis|promis|exercis|otherwis|likewis|advis|revis|expertis|concis|disguis|compris|surpris|enterpris|paradis|denois|compromis|premis|franchis|merchandis|prais|cruis|bruis|pois)/;

/** What a word must contain to be spelled otherwise in America. */
const differsOverseas = /is|our|ys|ce/;

/** American spelling of a lower-case word, so that both sides of the Atlantic meet. */
export function modernSpelling(word: string): string {
  if (word.length < 5) return word === 'grey' ? 'gray' : word;
  if (!differsOverseas.test(word)) return word;
  let result = word;
  if (!withS.test(word)) result = result.replace(/is(e|es|ed|er|ers|ing|ation|ations)$/, 'iz$1');
  result = result.replace(/^(col|behavi|neighb|fav|lab|hon)our/, '$1or');
  return result
    .replace(/^(analy)s(e|ed|es|ing)$/, '$1z$2')
    .replace(/^licence/, 'license')
    .replace(/^centre/, 'center');
}

const cache = new Map<string, string>();
const cacheLimit = 20_000;

/**
 * The stem of a lower-case word by Porter's algorithm, with the exceptions of this field. Kept for words seen before;
 * the memory is emptied when it is full, so that hostile input cannot grow it.
 */
export function stem(word: string): string {
  const known = cache.get(word);
  if (known !== undefined) return known;
  const result =
    irregular.get(word) ?? (/[a-z]/.test(word) && word.length > 2 && !/\d/.test(word) ? stemmer(word) : word);
  if (cache.size >= cacheLimit) cache.clear();
  cache.set(word, result);
  return result;
}
