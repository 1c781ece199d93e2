import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cardMarkup } from '../../../../src/adapters/playground/cards/render.ts';
import { playgroundSurface } from '../../../../src/adapters/playground/cards/surface.ts';
import type { Card, CardNode } from '../../../../src/core/card.ts';
import { rich } from '../../../../src/core/card.ts';
import { arbitraryCard } from '../../../core/arbitrary-card.ts';

const place = {
  surface: playgroundSurface(true),
  heading: 2,
  toAddress: (url: string) => url,
  pictureAddress: (number: number) => `/picture/${number}`,
  actions: null,
  choose: null,
} as const;

async function markup(...body: readonly CardNode[]): Promise<string> {
  return String(await cardMarkup({ body }, place));
}

describe('a card on a page', () => {
  it('shows code with its parts marked by classes, and unknown languages plain', async () => {
    expect(await markup({ kind: 'code', code: 'import torch', language: 'python' })).toContain(
      '<span class="hljs-keyword">import</span> torch',
    );
    expect(await markup({ kind: 'code', code: 'if a < b', language: 'cobol' })).toContain('<code>if a &lt; b</code>');
  });

  it('has a button to copy code in a language, and none for what it prints', async () => {
    expect(await markup({ kind: 'code', code: 'x = 1', language: 'python' })).toContain('class="copy"');
    expect(await markup({ kind: 'code', code: '1' })).not.toContain('class="copy"');
  });

  it('sets that button beside a first line that is short on any screen, and above all others', async () => {
    const code = (first: string) => markup({ kind: 'code', code: `${first}\n${'x'.repeat(80)}`, language: 'python' });
    expect(await code('from torch import nn')).toContain('class="snippet beside"');
    expect(await code('q = torch.zeros(1, 4, 1, 2)    # 4 heads')).toContain('class="snippet"');
  });

  it('sets words and the code behind them as one passage, and marks the trap', async () => {
    const text: CardNode = { kind: 'text', text: rich('Trap: it is rounded down.') };
    expect(await markup(text, { kind: 'code', code: '1' })).toMatch(
      /<div class="passage"><div class="words"><p class="trap">Trap.*<div class="figures"><pre/,
    );
    expect(await markup(text)).not.toContain('passage');
  });

  it('shows tables with headers, lists with their numbers, fields as terms', async () => {
    expect(await markup({ kind: 'table', headers: [rich('#')], rows: [[rich('1')]] })).toContain(
      '<th scope="col" class="number">#</th></tr></thead><tbody><tr><td class="number">1</td>',
    );
    expect(await markup({ kind: 'list', ordered: true, start: 3, items: [rich('x')] })).toContain(
      '<ol start="3"><li>x',
    );
    expect(await markup({ kind: 'fields', fields: [{ name: 'Points', value: rich('7') }] })).toContain(
      '<dt>Points</dt><dd>7</dd>',
    );
  });

  it('leaves out dots before items that begin with a letter or a number of their own', async () => {
    const items = [rich('A  one'), rich('B  two')];
    expect(await markup({ kind: 'list', ordered: false, items })).toContain('<ul class="marked"');
    expect(await markup({ kind: 'list', ordered: false, items: [rich('A tensor')] })).toContain('<ul><li>');
  });

  it('shows pictures with their words, and images of other hosts as links', async () => {
    const picture = { kind: 'podium', title: 'x', rows: [] } as const;
    expect(await markup({ kind: 'divider' }, { kind: 'picture', alt: 'A "podium"', picture })).toContain(
      '<img class="picture" src="/picture/1" alt="A &quot;podium&quot;"',
    );
    const image = await markup({ kind: 'image', url: 'https://example.org/a.png', alt: 'A plot' });
    expect(image).not.toContain('<img');
    expect(image).toContain('<a href="https://example.org/a.png"');
  });

  it('shows times for the page to tell, people by name, and bars drawn', async () => {
    const text = await markup({
      kind: 'text',
      text: [
        { kind: 'time', at: 0, style: 'relative', text: 'soon' },
        { kind: 'person', user: 'playground:-:1', text: '<Ada>' },
        { kind: 'code', text: '███░░░░░░░ 3' },
      ],
    });
    expect(text).toContain('<time datetime="1970-01-01T00:00:00.000Z" data-style="relative"');
    expect(text).toContain('&lt;Ada&gt;');
    expect(text).toContain('<rect class="value" width="3"');
  });

  it('makes no link of an address that is none', async () => {
    const text = await markup({ kind: 'text', text: [{ kind: 'link', text: 'x', url: 'javascript:alert(1)' }] });
    expect(text).not.toContain('<a');
  });

  it('lets no text become markup, whatever the card', async () => {
    const known =
      /^(?:div|h2|p|ul|ol|li|pre|code|span|dl|dt|dd|table|thead|tbody|tr|th|td|a|img|hr|time|button|b|strong|em|s|br|svg|rect|path|circle)$/;
    await fc.assert(
      fc.asyncProperty(arbitraryCard, async (card: Card) => {
        const html = String(await cardMarkup(card, place));
        for (const [, name = ''] of html.matchAll(/<\/?([^\s>/]*)/g)) expect(name).toMatch(known);
      }),
      { numRuns: 200 },
    );
  });
});
