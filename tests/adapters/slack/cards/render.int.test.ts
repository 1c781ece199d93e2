import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { renderSlack } from '../../../../src/adapters/slack/cards/render.ts';
import { slackMessage } from '../../../../src/adapters/slack/cards/surface.ts';
import type { Card, CardNode, Rich } from '../../../../src/core/card.ts';
import { muted, paragraph, rich } from '../../../../src/core/card.ts';
import { fitCard } from '../../../../src/core/fit.ts';
import { arbitraryCard } from '../../../core/arbitrary-card.ts';
import { createValidator } from '../../../simulators/slack/validator.ts';

const validator = await createValidator();
/** When all the messages of these tests are sent, UTC ms. */
const now = 1_800_000_000_000;
const hostile = '<!channel> <@U1> <https://evil.example|here> *bold* _it_ `code` ~no~ @everyone :tada:\n> quote & more';

function render(card: Card) {
  const message = renderSlack(fitCard(card, slackMessage).card, now);
  expect(validator.message(message)).toEqual([]);
  return message;
}

const body = (...nodes: CardNode[]): Card => ({ body: nodes });

/** Every string that Slack reads markup in. */
function markupIn(value: unknown): readonly string[] {
  if (typeof value !== 'object' || value === null) return [];
  const own = 'type' in value && value.type === 'mrkdwn' && 'text' in value ? [String(value.text)] : [];
  return [...own, ...Object.values(value).flatMap(markupIn)];
}

describe('a card as a Slack message', () => {
  it('sets the title as a header, with a mark only for good and bad', () => {
    const header = (tone: Card['tone']) => render({ title: 'Stride', body: [], ...(tone ? { tone } : {}) }).blocks[0];
    expect(header(undefined)).toEqual({ type: 'header', text: { type: 'plain_text', text: 'Stride', emoji: false } });
    expect(header('notice')).toEqual(header('neutral'));
    expect(header('good')).toMatchObject({ text: { text: '✅ Stride' } });
    expect(header('bad')).toMatchObject({ text: { text: '❌ Stride' } });
  });

  it('puts adjacent paragraphs, lists and code into one block', () => {
    const { blocks } = render(
      body(
        paragraph('One'),
        paragraph('Two ', { kind: 'code', text: 'x.t()' }, { kind: 'text', text: ' bold', bold: true }),
        { kind: 'code', code: 'print(1)', language: 'python' },
        { kind: 'list', ordered: true, start: 3, items: [rich('three'), rich('four')] },
        paragraph('After'),
      ),
    );
    expect(blocks).toEqual([
      {
        type: 'rich_text',
        elements: [
          {
            type: 'rich_text_section',
            elements: [
              { type: 'text', text: 'One' },
              { type: 'text', text: '\n\n' },
              { type: 'text', text: 'Two ' },
              { type: 'text', text: 'x.t()', style: { code: true } },
              { type: 'text', text: ' bold', style: { bold: true } },
            ],
          },
          { type: 'rich_text_preformatted', elements: [{ type: 'text', text: 'print(1)' }] },
          {
            type: 'rich_text_list',
            style: 'ordered',
            offset: 2,
            elements: [
              { type: 'rich_text_section', elements: [{ type: 'text', text: 'three' }] },
              { type: 'rich_text_section', elements: [{ type: 'text', text: 'four' }] },
            ],
          },
          {
            type: 'rich_text_section',
            elements: [
              { type: 'text', text: '\n' },
              { type: 'text', text: 'After' },
            ],
          },
        ],
      },
    ]);
  });

  it('sets small print small, with its links', () => {
    expect(render(body(muted('tensors · easy'))).blocks).toEqual([
      { type: 'context', elements: [{ type: 'plain_text', text: 'tensors · easy', emoji: false }] },
    ]);
    const link = { kind: 'link', text: 'torch.from_numpy & co', url: 'https://pytorch.org/?a=1&b=2' } as const;
    expect(render(body(muted('See ', link))).blocks).toEqual([
      {
        type: 'context',
        elements: [
          { type: 'mrkdwn', text: 'See <https://pytorch.org/?a=1&amp;b=2|torch.from_numpy &amp; co>', verbatim: true },
        ],
      },
    ]);
  });

  it.each(['*a*', '_a_', '~a~', '`a`', ':tada:', '> a', 'a|b', 'a\nb', '__init__'])(
    'leaves small print to rich text where a link says %j',
    (text) => {
      const { blocks } = render(body(muted({ kind: 'link', text, url: 'https://pytorch.org' })));
      expect(blocks).toMatchObject([{ type: 'rich_text' }]);
      expect(markupIn(blocks)).toEqual([]);
    },
  );

  it('has native tables with plain and formatted cells, and a second one as text', () => {
    const table = {
      kind: 'table',
      headers: [rich('Call'), rich('Copies')],
      rows: [[[{ kind: 'code', text: 'view' }], rich('no')]],
    } as const;
    const { blocks } = render(body(table, table));
    expect(blocks[0]).toEqual({
      type: 'table',
      column_settings: [{ is_wrapped: true }, { is_wrapped: true }],
      rows: [
        [
          { type: 'raw_text', text: 'Call' },
          { type: 'raw_text', text: 'Copies' },
        ],
        [
          {
            type: 'rich_text',
            elements: [
              { type: 'rich_text_section', elements: [{ type: 'text', text: 'view', style: { code: true } }] },
            ],
          },
          { type: 'raw_text', text: 'no' },
        ],
      ],
    });
    expect(blocks[1]).toMatchObject({ type: 'rich_text', elements: [{ type: 'rich_text_preformatted' }] });
  });

  it('has fields, dividers, images and buttons', () => {
    const { blocks } = render(
      body(
        {
          kind: 'fields',
          fields: [
            { name: 'Topic', value: rich('tensors') },
            { name: 'Level', value: rich('easy') },
          ],
        },
        { kind: 'divider' },
        { kind: 'image', url: 'https://pytorch.org/logo.png', alt: 'A flame' },
        {
          kind: 'actions',
          actions: [
            { id: 'show:a', label: 'A', style: 'primary' },
            { id: 'show:b', label: 'B' },
          ],
        },
      ),
    );
    expect(blocks.map(({ type }) => type)).toEqual(['rich_text', 'divider', 'image', 'actions']);
    expect(blocks[3]).toMatchObject({
      elements: [
        { action_id: 'show:a', value: 'show:a', style: 'primary' },
        { action_id: 'show:b', value: 'show:b' },
      ],
    });
  });

  it('says everything again in words, escaped, for notifications and screen readers', () => {
    const { text } = render({
      title: 'A < B & C',
      body: [paragraph('One'), { kind: 'list', ordered: false, items: [rich('two')] }, { kind: 'code', code: 'x > 1' }],
    });
    expect(text).toBe('A &lt; B &amp; C\nOne\n• two\nx &gt; 1');
  });

  it('is never empty', () => {
    expect(render({ body: [] }).blocks).toHaveLength(1);
  });

  it('lets no text ping, link or format itself', () => {
    const message = render({
      title: hostile,
      body: [
        paragraph(hostile),
        muted(hostile),
        { kind: 'list', ordered: false, items: [rich(hostile)] },
        { kind: 'fields', fields: [{ name: 'Name', value: rich(hostile) }] },
        { kind: 'table', headers: [rich(hostile)], rows: [[rich(hostile)]] },
        { kind: 'actions', actions: [{ id: 'a', label: hostile }] },
      ],
    });
    expect(markupIn(message.blocks)).toEqual([]);
    expect(message.text).not.toMatch(/[<>]/);
  });

  it('keeps ten thousand characters, right-to-left text and emoji whole', () => {
    const long = 'Ein Tensor 😀 שלום '.repeat(556);
    const { card, losses } = fitCard(body(paragraph(long)), slackMessage);
    expect(losses).toEqual([]);
    expect(render(card).blocks).toHaveLength(1);
  });

  it('is a message that Slack takes, whatever the card', () => {
    fc.assert(
      fc.property(arbitraryCard, (card) => {
        const { text, blocks } = render(card);
        expect(text).not.toMatch(/<|>/);
        for (const markup of markupIn(blocks)) {
          const withoutLinks = markup.replace(/<https?:[^<>|\s]+\|[^<>|\n]*>/g, '');
          expect(withoutLinks).not.toMatch(/[<>*~`]/);
        }
      }),
      { numRuns: 200 },
    );
  });

  it('fits full small print with long links', () => {
    const links: Rich = Array.from({ length: 40 }, (_, index) => ({
      kind: 'link',
      text: `page ${index}`,
      url: `https://pytorch.org/?${'a=1&'.repeat(30)}`,
    }));
    render(body({ kind: 'text', muted: true, text: links }));
  });
});
