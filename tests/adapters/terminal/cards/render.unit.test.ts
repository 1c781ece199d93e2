import { stripVTControlCharacters } from 'node:util';
import { describe, expect, it } from 'vitest';
import { renderTerminal } from '../../../../src/adapters/terminal/cards/render.ts';
import type { Card } from '../../../../src/core/card.ts';
import { muted, paragraph, rich } from '../../../../src/core/card.ts';

const card: Card = {
  title: 'What is stride?',
  body: [
    paragraph('The step of the kernel, in ', { kind: 'code', text: 'nn.Conv2d' }, '.'),
    { kind: 'list', ordered: true, start: 2, items: [rich('two'), rich('three')] },
    { kind: 'code', code: 'import torch\n\nx = 1', language: 'python' },
    { kind: 'table', headers: [rich('a'), rich('b')], rows: [[rich('1'), rich('2')]] },
    muted('vision · ', { kind: 'link', text: 'docs', url: 'https://pytorch.org' }),
    {
      kind: 'actions',
      actions: [
        { id: 'show:padding', label: 'Padding' },
        { id: 'show:pool', label: 'Pooling' },
      ],
    },
  ],
};

const plain = `What is stride?

The step of the kernel, in nn.Conv2d.

  2. two
  3. three

    import torch

    x = 1

    a  b
    ─  ─
    1  2

vision · docs (https://pytorch.org)

  [1] Padding
  [2] Pooling`;

describe('renderTerminal', () => {
  it('writes plain text when there is no colour', () => {
    expect(renderTerminal(card, { columns: 80, colour: false })).toBe(plain);
  });

  it('adds only colours when there are, code highlighted', () => {
    const text = renderTerminal(card, { columns: 80, colour: true });
    expect(stripVTControlCharacters(text)).toBe(plain);
    expect(text).toContain('\u001b[');
  });

  it('breaks lines between words at the width of the window', () => {
    const text = renderTerminal(
      { body: [paragraph('word '.repeat(60)), { kind: 'list', ordered: false, items: [rich('item '.repeat(40))] }] },
      { columns: 40, colour: false },
    );
    expect(Math.max(...text.split('\n').map((line) => line.length))).toBeLessThanOrEqual(40);
  });
});
