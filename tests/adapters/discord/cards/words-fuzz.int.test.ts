import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { renderDiscord } from '../../../../src/adapters/discord/cards/render.ts';
import { discordMessage } from '../../../../src/adapters/discord/cards/surface.ts';
import type { Card, CardNode } from '../../../../src/core/card.ts';
import { paragraph } from '../../../../src/core/card.ts';
import { withoutTiles } from '../../../../src/core/choices.ts';
import { fitCard } from '../../../../src/core/fit.ts';
import { arbitraryCard } from '../../../core/arbitrary-card.ts';
import { corpus } from '../../../corpora/corpus.ts';
import { runs } from '../../../corpora/runs.ts';
import { readMarkdown } from '../../../simulators/discord/markdown.ts';

const description = (...body: CardNode[]) => renderDiscord({ body }).embeds[0]?.description ?? '';
const message = (card: Card) => renderDiscord(fitCard(card, discordMessage).card);

describe('the words of a card', () => {
  const nasty = fc.constantFrom(
    '*', '**', '_', '__', '~~', '||', '`', '```', '\\', '\n', ' ', '# ', '- ', '-# ', '> ', '>>> ', '1. ', '[', ']', '(', ')',
    '@everyone', '@here', '<@1>', '<@&2>', '<#3>', '<t:1:R>', '<:a:4>', '</x:5>', 'https://a.example/b_c_d', '<https://a.example>',
    '[a](https://b.example)', '[a](b)', 'a', '1', '.', ':', '\u202e', '😀',
  ); // biome-ignore format: one list
  const words = fc.array(nasty, { minLength: 1, maxLength: 14 }).map((parts) => parts.join(''));

  it.each(corpus('hostile-words', z.strictObject({})))('are shown as they are: $trap', ({ typed }) => {
    expect(readMarkdown(description(paragraph(typed)))).toEqual({ text: typed, marks: [] });
  });

  it('never become formatting, a mention or a link', () => {
    fc.assert(
      fc.property(words, (text) => {
        expect(readMarkdown(description(paragraph(`a${text}`)))).toEqual({ text: `a${text}`, marks: [] });
      }),
      runs(500),
    );
  });

  it('keep their formatting and get no other when spans stand side by side', () => {
    const mark = fc.record({ bold: fc.boolean(), italic: fc.boolean(), strike: fc.boolean() });
    const span = fc.tuple(words, mark).map(([text, marks]) => ({
      kind: 'text' as const,
      text: `a${text}z`,
      ...(marks.bold ? { bold: true as const } : {}),
      ...(marks.italic ? { italic: true as const } : {}),
      ...(marks.strike ? { strike: true as const } : {}),
    }));
    fc.assert(
      fc.property(fc.array(span, { minLength: 1, maxLength: 4 }), (text) => {
        const reading = readMarkdown(description({ kind: 'text', text }));
        expect(reading.text).toBe(text.map((part) => part.text).join(''));
        expect(['bold', 'italic', 'strike']).toEqual(expect.arrayContaining([...new Set(reading.marks)]));
        for (const name of ['bold', 'italic', 'strike'] as const) {
          expect(reading.marks.includes(name)).toBe(text.some((part) => part[name] === true));
        }
      }),
      runs(500),
    );
  });

  it('stay inside a code span', () => {
    fc.assert(
      fc.property(words, words, (first, second) => {
        const reading = readMarkdown(
          description({
            kind: 'text',
            text: [
              { kind: 'code', text: `a${first}` },
              { kind: 'code', text: `b${second}c` },
            ],
          }),
        );
        expect(reading.marks).toEqual(['code', 'code']);
        const letters = (text: string) => text.replaceAll(/\s/g, '');
        expect(letters(reading.text)).toBe(letters(`a${first}b${second}c`));
      }),
      runs(500),
    );
  });

  it('stay inside a fence', () => {
    fc.assert(
      fc.property(fc.array(words, { minLength: 1, maxLength: 3 }), (blocks) => {
        const nodes = blocks.map((code): CardNode => ({ kind: 'code', code: `a${code}z` }));
        const reading = readMarkdown(description(...nodes));
        expect(reading).toEqual({
          text: blocks.map((code) => `a${code}z`).join('\n\n'),
          marks: blocks.map(() => 'fence'),
        });
      }),
      runs(500),
    );
  });

  it('stay the words of their link', () => {
    fc.assert(
      fc.property(words, (text) => {
        const url = 'https://a.example/b_(c)_d';
        const { marks } = readMarkdown(description({ kind: 'text', text: [{ kind: 'link', text: `a${text}`, url }] }));
        expect(marks).toEqual(['link https://a.example/b_%28c%29_d']);
      }),
      runs(500),
    );
  });

  it('call nobody and open no link of their own anywhere in a card', () => {
    fc.assert(
      fc.property(arbitraryCard, (card) => {
        const { title = '', description: text = '' } = message(card).embeds[0] ?? {};
        const marks = [...readMarkdown(title).marks, ...readMarkdown(text).marks];
        // Those of its own times and people are meant; a mention within an embed calls nobody.
        const own = (['time', 'mention'] as const).flatMap((mark) => Array<string>(spansOf(card, mark)).fill(mark));
        const unwanted = ['mention', 'address', 'time', 'emoji', 'heading', 'quote'];
        for (const mark of own) {
          const at = marks.indexOf(mark);
          if (at >= 0) marks.splice(at, 1);
        }
        expect(marks.filter((mark) => unwanted.includes(mark))).toEqual([]);
      }),
      runs(200),
    );
  });
});

function spansOf({ body }: Card, mark: 'time' | 'mention'): number {
  const kind = mark === 'time' ? 'time' : 'person';
  return JSON.stringify(body.flatMap(withoutTiles)).split(`"kind":"${kind}"`).length - 1;
}
