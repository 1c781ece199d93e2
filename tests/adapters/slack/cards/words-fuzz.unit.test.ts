import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { renderSlack } from '../../../../src/adapters/slack/cards/render.ts';
import { unescapeText } from '../../../../src/adapters/slack/cards/slack-text.ts';
import { smallPrint } from '../../../../src/adapters/slack/cards/small-print.ts';
import { slackMessage } from '../../../../src/adapters/slack/cards/surface.ts';
import type { CardNode, Span } from '../../../../src/core/card.ts';
import { muted, paragraph, rich } from '../../../../src/core/card.ts';
import { cleanText } from '../../../../src/core/clean.ts';
import { fitCard } from '../../../../src/core/fit.ts';
import { corpus } from '../../../corpora/corpus.ts';
import { runs } from '../../../corpora/runs.ts';

const traps = corpus('hostile-words', z.strictObject({}));
const hostile = fc
  .array(fc.oneof(fc.constantFrom(...traps.map(({ typed }) => typed)), fc.string({ unit: 'binary', maxLength: 20 })), {
    minLength: 1,
    maxLength: 6,
  })
  .map((parts) => `a${parts.join(' ')}z`);

/** Every string that Slack reads markup in. */
function markupIn(value: unknown): readonly string[] {
  if (typeof value !== 'object' || value === null) return [];
  const own = 'type' in value && value.type === 'mrkdwn' && 'text' in value ? [String(value.text)] : [];
  return [...own, ...Object.values(value).flatMap(markupIn)];
}

/** Every string that Slack shows as it is. */
function wordsIn(value: unknown): readonly string[] {
  if (typeof value !== 'object' || value === null) return [];
  const own =
    'type' in value && ['text', 'plain_text'].includes(String(value.type)) && 'text' in value ? [value.text] : [];
  return [...own.filter((text) => typeof text === 'string'), ...Object.values(value).flatMap(wordsIn)];
}

function check(text: string, node: CardNode): void {
  const { blocks, text: fallback } = renderSlack(fitCard({ body: [node] }, slackMessage).card, 0);
  expect(markupIn(blocks)).toEqual([]);
  expect(wordsIn(blocks)).toContain(cleanText(text));
  expect(fallback).not.toMatch(/[<>]/);
  expect(unescapeText(fallback)).toContain(cleanText(text).trim());
}

const nodes: readonly ((text: string) => CardNode)[] = [
  paragraph,
  muted,
  (text) => ({ kind: 'list', ordered: false, items: [rich(text)] }),
  (text) => ({ kind: 'code', code: text }),
  (text) => ({ kind: 'fields', fields: [{ name: 'Name', value: rich(text) }] }),
];

describe('the words of a card on Slack', () => {
  it.each(traps)('are shown as they are: $trap', ({ typed }) => {
    for (const node of nodes) check(typed, node(typed));
  });

  it('never become markup, whatever they are', () => {
    fc.assert(
      fc.property(hostile, fc.constantFrom(...nodes), (text, node) => check(text, node(text))),
      runs(200),
    );
  });

  it('beside a link in small print stay words, and only the link is one', () => {
    fc.assert(
      fc.property(hostile, hostile, (text, label) => {
        const link: Span = { kind: 'link', text: label, url: 'https://a.example/?a=1&b=<2>' };
        const made = smallPrint([{ kind: 'text', text }, link]);
        for (const markup of markupIn(made)) {
          const [, before = '', shown = ''] =
            /^([^<]*)<https:\/\/a\.example\/\?a=1&amp;b=&lt;2&gt;\|([^<>|]*)>$/.exec(markup) ?? [];
          expect([before, shown].map((text) => unescapeText(text))).toEqual([text, label]);
          expect(before + shown).not.toMatch(/[*~`]|^\s*&gt;|:[^\s:]+:/m);
        }
      }),
      runs(200),
    );
  });
});
