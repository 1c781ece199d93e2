import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createMessages } from '../../../../src/adapters/discord/cards/messages.ts';
import { renderDiscord } from '../../../../src/adapters/discord/cards/render.ts';
import { discordMessage, discordMessageWithPicture } from '../../../../src/adapters/discord/cards/surface.ts';
import type { Card, CardNode } from '../../../../src/core/card.ts';
import { muted, paragraph, rich } from '../../../../src/core/card.ts';
import { fitCard } from '../../../../src/core/fit.ts';
import { resolveTimes } from '../../../../src/core/sending-time.ts';
import { arbitraryCard } from '../../../core/arbitrary-card.ts';
import { validateMessage } from '../../../simulators/discord/validate-message.ts';
import { createLineLog } from '../harness.ts';

const description = (...body: CardNode[]) => renderDiscord({ body }).embeds[0]?.description ?? '';
const message = (card: Card) => renderDiscord(fitCard(card, discordMessage).card);
const buttons = (count: number) =>
  Array.from({ length: count }, (_, index) => ({ id: `b${index}`, label: `Button ${index}` }));

describe('a card as a Discord message', () => {
  it('is one embed with title, text and a colour for its tone, and pings nobody', () => {
    expect(renderDiscord({ title: 'Stride', tone: 'good', body: [paragraph('Steps.')] })).toEqual({
      embeds: [{ title: 'Stride', description: 'Steps.', color: 0x57f287 }],
      components: [],
      allowed_mentions: { parse: [] },
    });
  });

  it('sets formatting, code, lists, fields, rules and small print in Discord’s Markdown', () => {
    const text: CardNode = {
      kind: 'text',
      text: [
        { kind: 'text', text: 'Use ' },
        { kind: 'code', text: 'x.view()' },
        { kind: 'text', text: ' or', italic: true },
        { kind: 'text', text: ' copy ', bold: true },
        { kind: 'link', text: 'docs', url: 'https://pytorch.org/docs/a_(b)' },
      ],
    };
    expect(
      description(
        text,
        { kind: 'list', ordered: true, start: 3, items: [rich('three'), rich('four')] },
        { kind: 'list', ordered: false, items: [rich('one\ntwo')] },
        { kind: 'code', code: 'x = 1', language: 'python' },
        { kind: 'fields', fields: [{ name: 'Level', value: rich('easy') }] },
        { kind: 'divider' },
        muted('tensors'),
      ),
    ).toBe(
      [
        'Use `x.view()` *or* **copy** [docs](https://pytorch.org/docs/a_%28b%29)',
        '3. three\n4. four',
        '- one\n  two',
        '```python\nx = 1\n```',
        '**Level:** easy',
        '────────────────',
        '-# tensors',
      ].join('\n\n'),
    );
  });

  it('shows a table as aligned text and a picture below its alternative text', () => {
    const { embeds } = message({
      body: [
        { kind: 'table', headers: [rich('Op'), rich('Copies')], rows: [[rich('view'), rich('no')]] },
        { kind: 'image', url: 'https://pytorch.org/a.png', alt: 'A *graph*' },
      ],
    });
    expect(embeds[0]?.description).toBe('```\nOp    Copies\n────  ──────\nview  no\n```\n\n-# A \\*graph\\*');
    expect(embeds[0]?.image).toEqual({ url: 'https://pytorch.org/a.png' });
  });

  it('gives each group of buttons rows of its own while there are rows enough', () => {
    const rows = (...groups: number[]) =>
      renderDiscord({
        body: groups.map((count, group) => ({
          kind: 'actions',
          actions: buttons(count).map(({ id, label }) => ({ id: `${group}${id}`, label })),
        })),
      }).components.map(({ components }) => components.length);
    expect(rows(3, 1)).toEqual([3, 1]);
    expect(rows(6)).toEqual([5, 1]);
    expect(rows(3, 3, 3, 3, 3, 3)).toEqual([5, 5, 5, 3]);
    expect(rows(25)).toEqual([5, 5, 5, 5, 5]);
  });

  it('never sends a message without anything to see', () => {
    for (const card of [
      { body: [] },
      { title: ' ', body: [paragraph(' \n ')] },
      { title: '\u200b', body: [] },
    ] as Card[]) {
      expect(message(card).embeds[0]).toMatchObject({ description: '…' });
    }
  });

  it('keeps to every limit of Discord, whatever the card', () => {
    fc.assert(
      fc.property(arbitraryCard, (card) => {
        expect(validateMessage({ ...message(card) })).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });

  it('keeps a text of 10,000 characters that all need escaping within the limit', () => {
    const { losses, card } = fitCard({ title: '*'.repeat(300), body: [paragraph('*'.repeat(10_000))] }, discordMessage);
    expect(losses).toEqual([
      { part: 'title', how: 'shortened' },
      { part: 'text', how: 'shortened' },
    ]);
    expect(validateMessage({ ...renderDiscord(card) })).toEqual([]);
  });
});

describe('a picture', () => {
  const picture: CardNode = { kind: 'picture', alt: 'Ada won.', picture: { kind: 'podium', title: 'Quiz', rows: [] } };

  it('is attached below the words where the surface has pictures, with its alternative text', () => {
    const { card } = fitCard({ body: [paragraph('Ada won.'), picture] }, discordMessageWithPicture);
    expect(renderDiscord(card)).toMatchObject({
      embeds: [{ description: 'Ada won.', image: { url: 'attachment://picture.png' } }],
      attachments: [{ id: '0', filename: 'picture.png', description: 'Ada won.' }],
    });
  });

  it('is left out elsewhere', () => {
    expect(message({ body: [paragraph('Ada won.'), picture] })).not.toHaveProperty('attachments');
  });
});

describe('a message', () => {
  const messages = createMessages(createLineLog().log, null, (card) => resolveTimes(card, Date.now()));

  it('is made once for a card', () => {
    const shown: Card = { body: [paragraph('a "from":"sending"')] };
    expect(messages.withoutPicture(shown)).toBe(messages.withoutPicture(shown));
  });

  it('is made anew for a card with a time that counts from the sending', () => {
    const time = { kind: 'time', text: 'in 20 s', style: 'relative', at: 20_000, from: 'sending' } as const;
    const shown: Card = { body: [paragraph('Closes ', time)] };
    const made = messages.withoutPicture(shown);
    expect(messages.withoutPicture(shown)).not.toBe(made);
    const [, seconds = ''] = /<t:(\d+):R>/.exec(made.message.embeds[0]?.description ?? '') ?? [];
    expect(Number(seconds)).toBeGreaterThan(1_700_000_000);
  });
});
