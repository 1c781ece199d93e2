import { describe, expect, it } from 'vitest';
import type { Card, ChoicesNode, TallyNode } from '../../src/core/card.ts';
import { buttonsOf, paragraph, plainText, rich } from '../../src/core/card.ts';
import { withoutButtons, withoutTiles } from '../../src/core/choices.ts';
import { fitCard } from '../../src/core/fit.ts';
import { ownIdOf, withOwn } from '../../src/core/own.ts';
import { scrollingSurface } from '../../src/core/surface.ts';

const choices: ChoicesNode = {
  kind: 'choices',
  options: [
    { letter: 'A', text: rich('a view'), action: 'pick:x:0:0' },
    { letter: 'B', text: [{ kind: 'code', text: 'x.t()' }], action: 'pick:x:0:1' },
  ],
  note: rich('1 of 3 answered'),
  limit: 20_000,
};
const tally: TallyNode = {
  kind: 'tally',
  options: [
    { letter: 'A', text: rich('a view'), count: 3 },
    { letter: 'B', text: rich('a copy'), count: 1 },
  ],
  right: 1,
};
const list = {
  kind: 'list',
  ordered: false,
  items: [
    [{ kind: 'text', text: 'A  ', bold: true }, ...rich('a view')],
    [
      { kind: 'text', text: 'B  ', bold: true },
      { kind: 'code', text: 'x.t()' },
    ],
  ],
};
const letters = [
  { id: 'pick:x:0:0', label: 'A' },
  { id: 'pick:x:0:1', label: 'B' },
];

describe('options', () => {
  it('are a list, the note and a row of letters where there are no tiles', () => {
    expect(withoutTiles(choices)).toEqual([
      list,
      { kind: 'text', text: choices.note },
      { kind: 'actions', actions: letters },
    ]);
    const { note: _, ...silent } = choices;
    expect(withoutTiles(silent)).toEqual([list, { kind: 'actions', actions: letters }]);
  });

  it('stay as they are only on a surface that has tiles', () => {
    const card: Card = { body: [choices, tally] };
    const plain = scrollingSurface('plain', false);
    expect(fitCard(card, { ...plain, tiles: true }).card).toEqual(card);
    expect(fitCard(card, plain)).toEqual({
      card: { body: [...withoutTiles(choices), ...withoutTiles(tally)] },
      losses: [],
    });
  });

  it('count as buttons of their card, and lose nothing but these', () => {
    const card: Card = { title: 'Which?', body: [choices, paragraph('End.')] };
    expect(buttonsOf(card)).toEqual(letters);
    const without = withoutButtons(card);
    expect(buttonsOf(without)).toEqual([]);
    expect(without.body).toEqual([list, { kind: 'text', text: choices.note }, paragraph('End.')]);
  });
});

describe('what concerns one reader', () => {
  const card: Card = { body: [choices, tally, { kind: 'own', id: 'pick:x:0' }] };
  const own = { chosen: 1, tone: 'good', text: rich('Right.') } as const;

  it('marks their choice, and stands where the card has a place for it', () => {
    expect(withOwn(card, own).body).toEqual([
      { ...choices, chosen: 1 },
      { ...tally, chosen: 1 },
      { kind: 'own', id: 'pick:x:0', told: own },
    ]);
    expect(withOwn(card, null)).toBe(card);
    expect(ownIdOf(card)).toBe('pick:x:0');
    expect(ownIdOf({ body: [choices] })).toBeNull();
  });

  it('is left out where all readers are shown the same card', () => {
    const plain = scrollingSurface('plain', false);
    const fitted = fitCard(withOwn(card, own), plain);
    expect(fitted).toEqual(fitCard({ body: [choices, tally] }, plain));
    expect(fitCard(withOwn(card, own), { ...plain, own: true }).card.body).toContainEqual(withOwn(card, own).body[2]);
  });
});

describe('a podium', () => {
  it('is a list with medals where there are no tiles, and tells of those for whom there is no room', () => {
    const rows = [
      { rank: 1, user: 'sim:S:a', name: 'Ada', points: '900 points' },
      { rank: 2, user: 'sim:S:b', name: 'Bo', points: '1 point' },
    ];
    const [list, more] = withoutTiles({ kind: 'podium', rows, rest: 2 });
    expect(list?.kind === 'list' ? list.items.map(plainText) : []).toEqual(['🥇 Ada 900 points', '🥈 Bo 1 point']);
    expect(more?.kind === 'text' ? plainText(more.text) : '').toBe('and 2 more who share a place');
    expect(withoutTiles({ kind: 'podium', rows, rest: 0 })).toHaveLength(1);
  });
});

describe('what was chosen', () => {
  it('is a list with a bar each and a mark before the right option', () => {
    const [marked] = withoutTiles(tally);
    const words = marked?.kind === 'list' ? marked.items.map((item) => item.map(({ text }) => text).join('')) : [];
    expect(words).toEqual(['A  a view  ████████░░ 3', '✅ B  a copy  ███░░░░░░░ 1']);
  });

  it('has no bars when nobody chose', () => {
    const none = { ...tally, options: tally.options.map((option) => ({ ...option, count: 0 })) };
    const [marked] = withoutTiles(none);
    expect(marked?.kind === 'list' ? marked.items.map((item) => item.map(({ text }) => text).join('')) : []).toEqual([
      'A  a view',
      '✅ B  a copy',
    ]);
  });
});
