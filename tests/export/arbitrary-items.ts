import fc from 'fast-check';
import type { AskedItem } from '../../src/core/asked-item.ts';
import { levels } from '../../src/core/question.ts';

/** What means something in one of the formats, in HTML or in TeX, far more often than people write it. */
const pieces = [
  ...[
    '~',
    '=',
    '#',
    '{',
    '}',
    ':',
    '\\',
    '\\n',
    '\\=',
    '::',
    '####',
    '->',
    '//',
    '%50%',
    '=%100%',
    '[html]',
    '[plain]',
    '[id:x]',
  ],
  ...[
    '"',
    '""',
    "'",
    ',',
    ';',
    '|',
    '<b>',
    '</p>',
    '<pre>',
    '<![CDATA[',
    ']]>',
    '&',
    '&amp;',
    '&#10;',
    '&&058;',
    '`x[::2]`',
    '`',
  ],
  ...[
    '$$x^2$$',
    '\\(a\\)',
    '\\frac{1}{2}',
    '{{c1::x}}',
    'TRUE',
    '-1',
    '+1',
    '@a',
    '=1+1',
    '007',
    '1e5',
    '12:30',
    'é',
    '😀',
    'A.',
    ' ',
  ],
] as const;

const word = fc.oneof(fc.constantFrom(...pieces), fc.constantFrom('stride', 'x', 'and'), fc.string({ maxLength: 5 }));

/** One line, as the bank takes it: no control characters, no blanks at its ends. */
const line = (most: number) =>
  fc
    .array(word, { minLength: 1, maxLength: 8 })
    .map((words) =>
      words
        .join('')
        .toWellFormed()
        .replaceAll(/[\p{Cc}\u2028\u2029\ufffe\uffff]/gu, ' ')
        .slice(0, most)
        .toWellFormed()
        .trim(),
    )
    .filter((text) => text !== '');

const code = fc
  .array(fc.oneof(line(60), fc.constantFrom('', '\tif a < b:', '    return {"k": `v`}', '# a comment', '//', '}')), {
    minLength: 1,
    maxLength: 6,
  })
  .map((lines) => lines.join('\n').trimEnd())
  .filter((text) => text !== '');

const id = fc.stringMatching(/^[a-z][a-z0-9]{0,5}(-[a-z0-9]{1,4}){0,2}$/);

const option = (correct: boolean) =>
  fc.record({ text: line(70), correct: fc.constant(correct), why: fc.oneof(line(240), fc.constant('')) });

/** Items of any question, the right option at any place. */
export const arbitraryItem: fc.Arbitrary<AskedItem> = fc
  .record({
    question: fc.record({
      id,
      title: line(90).map((text) => `${text.replaceAll('`', '')}?`),
      topic: fc.constantFrom('vision', 'losses'),
      level: fc.constantFrom(...levels),
    }),
    item: fc.record({ id, stem: line(300), code: fc.option(code, { nil: undefined }) }),
    right: fc.nat(3),
    options: fc.tuple(option(true), option(false), option(false), option(false)),
  })
  .map(({ question, item: { code: some, ...item }, right, options: [key, ...wrong] }) => ({
    question,
    item: { ...item, ...(some === undefined ? {} : { code: some }), options: wrong.toSpliced(right, 0, key) },
  }));

/** As a bank has them, those of a topic one after the other. */
export const arbitraryItems = fc
  .array(arbitraryItem, { minLength: 1, maxLength: 4 })
  .map((items) => [...Map.groupBy(items, ({ question }) => question.topic).values()].flat());

export const subject = {
  name: 'Either/Or',
  title: 'Either/Or questions',
  command: 'either',
  language: 'en',
  topics: [
    { id: 'vision', title: 'Vision & more' },
    { id: 'losses', title: 'Losses' },
  ],
  examples: [],
};
