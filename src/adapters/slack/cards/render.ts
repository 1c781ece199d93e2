import type { ActionsBlock, HeaderBlock, KnownBlock, TableBlock } from '@slack/types';
import type { ActionsNode, Card, CardNode, Rich, TableNode } from '../../../core/card.ts';
import { plainText, rich } from '../../../core/card.ts';
import { numericColumns } from '../../../core/numeric-columns.ts';
import { fallbackText } from './fallback-text.ts';
import type { RichNode } from './rich-text.ts';
import { richTextBlock, richTextSection } from './rich-text.ts';
import { smallPrint } from './small-print.ts';

/** What is posted: blocks, and the same as words for notifications and screen readers. */
export type SlackMessage = {
  readonly text: string;
  readonly blocks: KnownBlock[];
  readonly unfurl_links: false;
  readonly unfurl_media: false;
};

const toneMarks = { neutral: '', notice: '', good: '✅ ', bad: '❌ ' } as const;

/**
 * Renders a card that was fitted to `slackMessage`. Total: every such card has a message. `now` (UTC ms) is when it is
 * sent; times are shown relative to it.
 */
export function renderSlack(card: Card, now: number): SlackMessage {
  return { text: fallbackText(card), blocks: renderBlocks(card, now), unfurl_links: false, unfurl_media: false };
}

/**
 * The blocks of a fitted card, at least one. Untrusted text only goes into plain and rich text, where no markup is
 * read.
 */
export function renderBlocks(card: Card, now: number): KnownBlock[] {
  const blocks: KnownBlock[] = card.title === undefined ? [] : [header(card.title, card.tone ?? 'neutral')];
  let adjacent: RichNode[] = [];
  const flush = () => {
    if (adjacent.length > 0) blocks.push(richTextBlock(adjacent, now));
    adjacent = [];
  };
  for (const node of card.body) {
    const form = blockOrRich(node, now);
    if ('kind' in form) {
      adjacent.push(form);
      continue;
    }
    flush();
    blocks.push(form);
  }
  flush();
  if (blocks.length === 0) {
    blocks.push({ type: 'section', text: { type: 'plain_text', text: fallbackText(card), emoji: false } });
  }
  return blocks;
}

/**
 * The block of a node that needs one of its own; otherwise the node itself, to be set as rich text together with its
 * neighbours.
 */
function blockOrRich(node: CardNode, now: number): KnownBlock | RichNode {
  switch (node.kind) {
    case 'text':
      return (node.muted === true ? smallPrint(node.text) : null) ?? node;
    case 'table':
      return table(node, now);
    case 'image':
      return { type: 'image', image_url: node.url, alt_text: node.alt };
    case 'picture':
      return { kind: 'text', text: rich(node.alt) };
    case 'divider':
      return { type: 'divider' };
    case 'actions':
      return buttons(node);
    case 'choices':
    case 'tally':
    case 'own':
    case 'podium':
      return { kind: 'text', text: [] };
    default:
      return node;
  }
}

function header(title: string, tone: keyof typeof toneMarks): HeaderBlock {
  return { type: 'header', text: { type: 'plain_text', text: toneMarks[tone] + title, emoji: false } };
}

function table({ headers, rows }: TableNode, now: number): TableBlock {
  const numeric = numericColumns({ headers, rows });
  return {
    type: 'table',
    column_settings: headers.map((_, column) =>
      numeric[column] === true ? { is_wrapped: true, align: 'right' } : { is_wrapped: true },
    ),
    rows: [headers, ...rows].map((row) => row.map((cell) => tableCell(cell, now))),
  };
}

function tableCell(cell: Rich, now: number): TableBlock['rows'][number][number] {
  const unformatted = cell.every((span) => span.kind === 'text' && !(span.bold || span.italic || span.strike));
  if (unformatted) return { type: 'raw_text', text: plainText(cell) };
  return { type: 'rich_text', elements: [richTextSection(cell, now)] };
}

function buttons({ actions }: ActionsNode): ActionsBlock {
  return {
    type: 'actions',
    elements: actions.map(({ id, label, style }) => ({
      type: 'button',
      action_id: id,
      value: id,
      text: { type: 'plain_text', text: label, emoji: false },
      ...(style === undefined ? {} : { style }),
    })),
  };
}
