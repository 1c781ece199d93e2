import type { CardNode, Rich } from '../../../core/card.ts';
import type { Surface } from '../../../core/surface.ts';
import { codePoints, escapeText } from './slack-text.ts';

/**
 * A Slack message. Limits from https://docs.slack.dev/reference/block-kit/blocks and the comments of @slack/types:
 * header 150, text 3000, 50 blocks, one table of 100 × 20, button text 75, `action_id` 255, address 3000, alt text
 * 2000. A rich text block has no published limit; 12,000 for the whole is what Slack grants a message in Markdown.
 */
export const slackMessage: Surface = {
  name: 'slack-message',
  // The tone's mark, one character and a space, precedes the title.
  title: 148,
  node: 3000,
  total: 12_000,
  // 50 blocks, less the header and two reserved for what an adapter adds.
  nodes: 47,
  url: 3000,
  table: { count: 1, rows: 100, columns: 20 },
  // Rendered as the lines of one node, so that ten of the longest just fit.
  fields: { count: 10, name: 100, value: 190 },
  image: { count: 10, alt: 2000 },
  pictures: false,
  // Button text is cut at about 30 (https://docs.slack.dev/reference/block-kit/block-elements/button-element).
  actions: { count: 25, label: 75, id: 255, seen: 30 },
  size: nodeSize,
  length: codePoints,
};

/**
 * The app's own page (App Home): 100 blocks and no tables, which become text; https://docs.slack.dev/surfaces/app-home
 */
export const slackHome: Surface = { ...slackMessage, name: 'slack-home', nodes: 97, table: null };

function nodeSize(node: CardNode): number {
  switch (node.kind) {
    case 'text':
      return node.muted === true ? markupSize(node.text) : richSize(node.text);
    case 'list':
      return sum(node.items.map((item) => richSize(item) + 1));
    case 'code':
      return codePoints(node.code);
    case 'fields':
      return sum(node.fields.map((field) => codePoints(field.name) + richSize(field.value) + 3));
    case 'table':
      return sum([node.headers, ...node.rows].map((row) => sum(row.map((cell) => richSize(cell) + 1))));
    case 'image':
      return codePoints(node.alt);
    default:
      return 0;
  }
}

function richSize(text: Rich): number {
  return sum(text.map((span) => codePoints(span.text)));
}

/** Small print with links is sent as markup, `<address|words>`, with escapes. */
function markupSize(text: Rich): number {
  return sum(
    text.map(
      (span) => codePoints(escapeText(span.text)) + (span.kind === 'link' ? codePoints(escapeText(span.url)) + 3 : 0),
    ),
  );
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
