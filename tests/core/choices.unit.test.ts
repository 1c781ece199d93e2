import { describe, expect, it } from 'vitest';
import type { Card, ChoicesNode, TallyNode } from '../../src/core/card.ts';
import { buttonsOf, paragraph, rich } from '../../src/core/card.ts';
import { withoutButtons, withoutTiles } from '../../src/core/choices.ts';
import { fitCard } from '../../src/core/fit.ts';
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
