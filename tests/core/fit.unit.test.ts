import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Card, CardNode } from '../../src/core/card.ts';
import { paragraph, plainText, rich } from '../../src/core/card.ts';
import { fitCard } from '../../src/core/fit.ts';
import type { Surface } from '../../src/core/surface.ts';
import { runs } from '../corpora/runs.ts';
import { arbitraryCard } from './arbitrary-card.ts';

function textOf(node: CardNode): string {
  switch (node.kind) {
    case 'text':
      return plainText(node.text);
    case 'list':
      return node.items.map(plainText).join('\n');
    case 'code':
      return node.code;
    case 'fields':
      return node.fields.map((field) => field.name + plainText(field.value)).join('\n');
    case 'table':
      return [node.headers, ...node.rows].map((row) => row.map(plainText).join(' ')).join('\n');
    default:
      return '';
  }
}

const small: Surface = {
  name: 'small',
  title: 20,
  node: 60,
  total: 150,
  nodes: 6,
  url: 40,
  table: null,
  fields: { count: 2, name: 10, value: 20 },
  image: { count: 1, alt: 20 },
  pictures: false,
  actions: { count: 3, label: 10, id: 20, seen: Number.POSITIVE_INFINITY },
  size: (node) => textOf(node).length,
  length: (text) => text.length,
};
const roomy: Surface = { ...small, name: 'roomy', node: 60, total: 10_000, nodes: 1000, title: 1000 };

const fitted = (body: readonly CardNode[], surface = small) => fitCard({ body }, surface);
const words = (count: number) => Array.from({ length: count }, (_, index) => `word${index}`).join(' ');

describe('fitCard', () => {
  it('leaves a card that fits as it is, without a loss', () => {
    const card: Card = {
      title: 'Stride',
      body: [paragraph('One step.'), { kind: 'code', code: 'x = 1', language: 'python' }],
    };
    expect(fitCard(card, small)).toEqual({ card, losses: [] });
  });

  it('goes on in a second paragraph, between words, and loses nothing', () => {
    const { card, losses } = fitted([paragraph(words(40))], roomy);
    expect(losses).toEqual([]);
    expect(card.body.length).toBeGreaterThan(1);
    expect(card.body.map(textOf).join(' ')).toBe(words(40));
  });

  it('splits code between lines and an ordered list with its numbers going on', () => {
    const code = Array.from({ length: 20 }, (_, index) => `line ${index}`).join('\n');
    const items = Array.from({ length: 9 }, (_, index) => rich(`an item with number ${index}`));
    const { card, losses } = fitted(
      [
        { kind: 'code', code },
        { kind: 'list', ordered: true, items },
      ],
      roomy,
    );
    expect(losses).toEqual([]);
    expect(
      card.body
        .filter((node) => node.kind === 'code')
        .map(textOf)
        .join('\n'),
    ).toBe(code);
    const lists = card.body.filter((node) => node.kind === 'list');
    expect(lists.map((list) => list.start ?? 1)).toEqual([1, 3, 5, 7, 9]);
  });

  it('shortens what has no room with an ellipsis, drops what follows, and says both', () => {
    const { card, losses } = fitted([paragraph(words(60)), paragraph('the end')]);
    expect(card.body.map(textOf).join('')).toMatch(/…$/);
    expect(losses).toEqual([
      { part: 'text', how: 'shortened' },
      { part: 'text', how: 'dropped' },
    ]);
  });

  it('keeps the buttons when the words run over', () => {
    const actions: CardNode = { kind: 'actions', actions: [{ id: 'a', label: 'A' }] };
    expect(fitted([paragraph(words(60)), actions]).card.body.at(-1)).toEqual(actions);
  });

  it('takes out buttons beyond the limit, with an id used before, and with an id that is too long', () => {
    const actions = [...'aabcd'].map((id) => ({ id, label: id })).toSpliced(1, 0, { id: 'x'.repeat(30), label: 'x' });
    const { card, losses } = fitted([{ kind: 'actions', actions }]);
    expect(card.body).toEqual([{ kind: 'actions', actions: [...'abc'].map((id) => ({ id, label: id })) }]);
    expect(losses).toHaveLength(3);
  });

  it('sets a table as aligned text where there are none, losing nothing', () => {
    const table: CardNode = {
      kind: 'table',
      headers: [rich('name'), rich('points')],
      rows: [[rich('Ada'), rich('10')], [rich('Bo')]],
    };
    const { card, losses } = fitted([table]);
    expect(losses).toEqual([]);
    expect(card.body).toEqual([{ kind: 'code', code: 'name  points\n────  ──────\nAda       10\nBo         –' }]);
  });

  it('sets fields as paragraphs when they are too many or too long', () => {
    const fields = ['a', 'b', 'c'].map((name) => ({ name, value: rich('1') }));
    expect(fitted([{ kind: 'fields', fields }]).card.body.map(textOf)).toEqual(['a: 1', 'b: 1', 'c: 1']);
  });

  it('never lets a link or an image lead anywhere but to a web page', () => {
    const link = { kind: 'link', text: 'click', url: 'javascript:alert(1)' } as const;
    const { card, losses } = fitted([paragraph(link), { kind: 'image', url: 'data:x', alt: 'board' }]);
    expect(JSON.stringify(card)).not.toMatch(/javascript|data:/);
    expect(card.body.map(textOf)).toEqual(['click', 'board']);
    expect(losses.map(({ how }) => how)).toEqual(['as-text', 'as-text']);
  });

  it('removes control characters, lone surrogates, empty spans and empty nodes without calling it a loss', () => {
    const { card, losses } = fitted([
      paragraph('a\u0000b\ud800'),
      paragraph(''),
      { kind: 'code', code: ' \n' },
      { kind: 'list', ordered: false, items: [[], rich('x')] },
    ]);
    expect(losses).toEqual([]);
    expect(card.body.map(textOf)).toEqual(['ab\ufffd', 'x']);
  });

  it('never cuts inside a character that people see as one', () => {
    const family = '👩‍👩‍👧‍👦';
    for (const node of fitted([paragraph(family.repeat(30))], roomy).card.body) {
      expect(textOf(node).replaceAll(family, '').replace('…', '').trim()).toBe('');
    }
  });

  it('keeps within every limit, whatever the card', () => {
    fc.assert(
      fc.property(arbitraryCard, (input) => {
        const { card } = fitCard(input, small);
        expect((card.title ?? '').length).toBeLessThanOrEqual(small.title);
        expect(card.body.length).toBeLessThanOrEqual(small.nodes);
        const sizes = card.body.filter(({ kind }) => kind !== 'actions').map(small.size);
        expect(Math.max(0, ...sizes)).toBeLessThanOrEqual(small.node);
        expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(small.total);
        const actions = card.body.flatMap((node) => (node.kind === 'actions' ? node.actions : []));
        expect(actions.length).toBeLessThanOrEqual(small.actions.count);
        expect(actions.every(({ label }) => label.length <= small.actions.label && label !== '')).toBe(true);
      }),
      runs(150),
    );
  });

  it('says nothing is lost only when every word is still there', () => {
    const letters = (nodes: readonly CardNode[]) =>
      nodes
        .map(textOf)
        .join('')
        .replace(/[^\p{L}\p{N}]/gu, '');
    fc.assert(
      fc.property(arbitraryCard, (input) => {
        const body = input.body.filter(({ kind }) => kind === 'text' || kind === 'list' || kind === 'code');
        const { card, losses } = fitCard({ body }, roomy);
        if (losses.length === 0)
          expect(letters(card.body)).toBe(
            letters(fitCard({ body }, { ...roomy, node: Infinity, total: Infinity }).card.body),
          );
      }),
      runs(100),
    );
  });
});
