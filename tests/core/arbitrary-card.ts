import fc from 'fast-check';
import type { Card, CardNode, Rich, Span } from '../../src/core/card.ts';

const nasty = fc.constantFrom(
  '<!channel>',
  '@everyone',
  '*b*',
  '```',
  '`',
  '[a](javascript:x)',
  '\u202eabc',
  '😀👩‍👩‍👧‍👦',
  '# h',
  '> q',
  '\u0000',
  '\ud800',
  'a & <b>',
  '',
  ' ',
  '\n',
);
const words = fc
  .array(fc.oneof(fc.string({ unit: 'binary', maxLength: 30 }), nasty), { maxLength: 8 })
  .map((parts) => parts.join(' '));
const long = fc.tuple(words, fc.integer({ min: 1, max: 400 })).map(([text, times]) => text.repeat(times));
const text = fc.oneof({ weight: 5, arbitrary: words }, { weight: 1, arbitrary: long });
const address = fc.oneof(
  fc.webUrl(),
  fc.constantFrom('javascript:alert(1)', '', `https://a.example/${'x'.repeat(4000)}`),
);
const flag = fc.constantFrom({}, { bold: true } as const, { italic: true } as const, { strike: true } as const);

const span: fc.Arbitrary<Span> = fc.oneof(
  fc.tuple(text, flag).map(([words, marks]): Span => ({ kind: 'text', text: words, ...marks })),
  text.map((code): Span => ({ kind: 'code', text: code })),
  fc.tuple(words, address).map(([label, url]): Span => ({ kind: 'link', text: label, url })),
  fc
    .tuple(words, fc.integer({ min: 0, max: 2e12 }), fc.constantFrom('relative', 'time', 'date-time'))
    .map(([label, at, style]): Span => ({ kind: 'time', text: label, at, style })),
  words.map((name): Span => ({ kind: 'person', text: name, user: 'discord:9:42' })),
);
const rich: fc.Arbitrary<Rich> = fc.array(span, { maxLength: 5 });

const node: fc.Arbitrary<CardNode> = fc.oneof(
  fc
    .tuple(rich, fc.boolean())
    .map(([words, muted]): CardNode => ({ kind: 'text', text: words, ...(muted ? { muted } : {}) })),
  fc
    .tuple(fc.boolean(), fc.array(rich, { maxLength: 12 }))
    .map(([ordered, items]): CardNode => ({ kind: 'list', ordered, items })),
  fc
    .tuple(text, fc.constantFrom('python', 'bash', undefined))
    .map(([code, language]): CardNode => ({ kind: 'code', code, ...(language === undefined ? {} : { language }) })),
  fc
    .array(fc.record({ name: words, value: rich }), { maxLength: 12 })
    .map((fields): CardNode => ({ kind: 'fields', fields })),
  fc
    .tuple(fc.array(rich, { maxLength: 4 }), fc.array(fc.array(rich, { maxLength: 5 }), { maxLength: 6 }))
    .map(([headers, rows]): CardNode => ({ kind: 'table', headers, rows })),
  fc.tuple(address, words).map(([url, alt]): CardNode => ({ kind: 'image', url, alt })),
  fc.constant<CardNode>({ kind: 'divider' }),
  words.map((alt): CardNode => ({ kind: 'picture', alt, picture: { kind: 'podium', title: alt, rows: [] } })),
  fc
    .array(fc.record({ id: fc.string({ maxLength: 120 }), label: words }), { maxLength: 30 })
    .map((actions): CardNode => ({ kind: 'actions', actions })),
  fc
    .record(
      {
        options: fc.array(fc.record({ letter: words, text: rich, action: fc.string({ maxLength: 120 }) }), {
          maxLength: 5,
        }),
        note: rich,
        limit: fc.nat(),
        chosen: fc.nat({ max: 5 }),
      },
      { requiredKeys: ['options'] },
    )
    .map((choices): CardNode => ({ kind: 'choices', ...choices })),
  fc
    .record(
      {
        options: fc.array(fc.record({ letter: words, text: rich, count: fc.nat() }), { maxLength: 5 }),
        right: fc.nat({ max: 5 }),
        chosen: fc.nat({ max: 5 }),
      },
      { requiredKeys: ['options', 'right'] },
    )
    .map((tally): CardNode => ({ kind: 'tally', ...tally })),
  fc
    .record({ text: rich, chosen: fc.nat({ max: 5 }) })
    .map((own): CardNode => ({ kind: 'own', id: 'pick:x:0', told: { tone: 'good', ...own } })),
  fc
    .record({
      rows: fc.array(
        fc.record({ rank: fc.nat({ max: 9 }), user: fc.constant('discord:9:42'), name: words, points: words }),
        { maxLength: 9 },
      ),
      rest: fc.nat({ max: 9 }),
    })
    .map((podium): CardNode => ({ kind: 'podium', ...podium })),
);

/** Cards that no view of ours would make: hostile, empty, far too long. */
export const arbitraryCard: fc.Arbitrary<Card> = fc
  .record({
    title: text,
    tone: fc.constantFrom('neutral', 'good', 'bad', 'notice'),
    body: fc.array(node, { maxLength: 12 }),
  })
  .map((card): Card => card);
