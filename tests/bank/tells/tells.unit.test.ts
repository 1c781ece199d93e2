import { describe, expect, it } from 'vitest';
import type { QuestionFile } from '../../../src/bank/question-file.ts';
import { lintTells, measureTells } from '../../../src/bank/tells/tells.ts';
import type { Tell } from './seeded-bank.ts';
import { bankWith, honestBank, questionWith } from './seeded-bank.ts';

const silent: Tell = (options) => options;

/** Puts a word at a place of the marked option, and nothing or another word at that of the others. */
const replaced = (place: number, word: (option: string, no: number) => string, other = word): Tell => {
  return (options, marked, no) =>
    options.map((words, at) => {
      const own = words[place] ?? '';
      return words.with(place, at === marked ? word(own, no) : other(own, no));
    });
};

const kept = (word: string) => word;

/** Each in an item of its own, filled up to the same length, so that no word comes twice. */
const hedges = [
  ...[
    'about',
    'almost',
    'approximately',
    'apparently',
    'can',
    'commonly',
    'could',
    'depending',
    'depends',
    'frequently',
  ],
  ...['generally', 'largely', 'likely', 'mainly', 'many', 'may', 'might', 'most', 'mostly', 'nearly', 'normally'],
  ...['occasionally', 'often', 'partly', 'perhaps', 'possible', 'possibly', 'probably', 'rarely', 'roughly', 'seldom'],
  ...['several', 'should', 'some', 'sometimes', 'somewhat', 'tend', 'tends', 'typical', 'typically'],
];
const hedged: Tell = (options, marked, no) =>
  options.map((words, at) => {
    const [first, second, ...rest] = words;
    const hedge = hedges[no] ?? '';
    const filling = `${first}${second}`.repeat(2).slice(0, 20 - hedge.length);
    return at === marked ? [hedge, filling, ...rest] : [`${first}${second}`.slice(0, 9), `${second}${first}x`, ...rest];
  });

const converging: Tell = (options, marked) => {
  const others = options.filter((_, at) => at !== marked);
  return options.map((words, at) =>
    at === marked ? [...others.map((other) => other[0]), words[3], words[4]] : [...words],
  );
};

const mirrored: Tell = (options, marked) => {
  // The pair is the marked option with the last one, or two wrong ones.
  const [one, twin] = marked === 0 ? [0, 3] : [marked, (marked % 3) + 1];
  return options.map((words, at) => (at === twin ? [...(options[one] ?? []).slice(0, 4), words[4]] : [...words]));
};

const tells: Readonly<Record<string, { readonly tell: Tell; readonly items: number }>> = {
  'longest option': { tell: replaced(2, (word) => `${word}x`, kept), items: 60 },
  'mirrored pair': { tell: mirrored, items: 60 },
  'naive Bayes on words': { tell: replaced(2, () => 'these', kept), items: 60 },
  convergence: { tell: converging, items: 60 },
  'most hedged': { tell: hedged, items: hedges.length },
  'most punctuation': { tell: replaced(2, (word) => `${word.slice(0, 2)}-${word.slice(3)}`, kept), items: 60 },
  'first word': {
    tell: (options, marked) =>
      options.map(([first, ...rest], at) => (at === marked ? ['these', ...rest] : [first, 'these', ...rest.slice(1)])),
    items: 60,
  },
};

const caughtIn = (files: readonly QuestionFile[]) =>
  measureTells(files)
    .filter(({ enforced, right, items, bar }) => enforced && right > bar * items)
    .map(({ name }) => name);

describe('a bank in which one thing gives keys away', () => {
  it.each(Object.entries(tells))('is caught by it and nothing else: %s', (name, { tell, items }) => {
    const files = bankWith(tell, { items });
    expect(caughtIn(files)).toEqual([name]);
    expect(measureTells(files).find((measured) => measured.name === name)).toMatchObject({
      items,
      right: Math.ceil(0.7 * items),
      enforced: true,
    });
    expect(lintTells(files)).toMatchObject([
      { problem: `Guessing by ${name} finds ${Math.ceil(0.7 * items)} of ${items} keys.` },
    ]);
  });

  it.each(Object.entries(tells))(
    'passes once the same points elsewhere as often as chance has it: %s',
    (_, { tell, items }) => {
      expect(caughtIn(bankWith(tell, { items, share: 0.25 }))).toEqual([]);
    },
  );

  it('is told where to begin, of many places the first ten', () => {
    const [complaint] = lintTells(bankWith(replaced(2, (word) => `${word}x`, kept)));
    expect(complaint?.cure).toMatch(
      /^Bring it to 32 % at most\. Lengthen a wrong option in some of vision\/q0\.md:17, .* and 32 more\.$/,
    );
  });

  it('is left alone while it is too small to tell, and measured all the same', () => {
    const { tell } = tells['longest option'] ?? { tell: silent };
    expect(lintTells(bankWith(tell, { items: 29 }))).toEqual([]);
    expect(measureTells(bankWith(tell, { items: 29 }))[0]).toMatchObject({ items: 29, right: 21, enforced: false });
    expect(lintTells(bankWith(tell, { items: 30 }))).toHaveLength(1);
  });

  it('may be told by what the key is not: it is hardly ever the longest', () => {
    const { tell } = tells['longest option'] ?? { tell: silent };
    expect(lintTells(bankWith(tell, { share: 0.05 }))).toMatchObject([
      { cure: expect.stringContaining('Lengthen the right option in some of') },
    ]);
  });
});

describe('a bank in which nothing gives keys away', () => {
  it.each([1, 2, 3])('passes, drawn by chance (%i)', (seed) => {
    const files = honestBank(1000, seed);
    expect(caughtIn(files)).toEqual([]);
    expect(measureTells(files).filter(({ items }) => items > 100).length).toBeGreaterThanOrEqual(6);
  });

  it('has nothing to go by where options have no word, length or mark in common', () => {
    expect(measureTells(bankWith(silent)).map(({ items }) => items)).toEqual([0, 0, 0, 0, 0, 0, 0]);
    expect(measureTells([]).map(({ right }) => right)).toEqual([0, 0, 0, 0, 0, 0, 0]);
  });
});

describe('what is counted', () => {
  it('are items in prose alone, those with a single best option', () => {
    const short = questionWith('short', ['20 characters, no ..', 'b', 'c', 'd']);
    const tied = questionWith('tied', ['x'.repeat(40), 'y'.repeat(40), 'z', 'z z']);
    expect(measureTells([short, tied])[0]).toMatchObject({ name: 'longest option', items: 0 });
  });

  it('is learned from other questions, never from the items of the same one', () => {
    const item = (no: number) =>
      [`these hold for ${no}`, `a${no} b${no} c${no} d${no}`, `e${no}`, `f${no} g${no}`].map((text) =>
        text.padEnd(30, String(no)),
      );
    const one = Array.from({ length: 6 }, (_, no) => item(no));
    const bayes = (files: readonly QuestionFile[]) => measureTells(files).find(({ name }) => name.startsWith('naive'));
    expect(bayes([questionWith('all', ...one)])).toMatchObject({ items: 0 });
    expect(bayes(one.map((options, no) => questionWith(`q${no}`, options)))).toMatchObject({ items: 6, right: 6 });
  });
});
