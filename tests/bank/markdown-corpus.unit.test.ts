import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { parseMarkdown } from '../../src/bank/markdown.ts';
import type { CardNode, Rich, Span } from '../../src/core/card.ts';
import { corpus } from '../corpora/corpus.ts';

const traps = corpus(
  'markdown',
  z.strictObject({ shown: z.array(z.string()), refused: z.boolean().optional(), doubted: z.boolean().optional() }),
);

function markOf(span: Span): string {
  if (span.kind === 'link') return `link ${span.url}`;
  if (span.kind !== 'text') return span.kind;
  return (['bold', 'italic', 'strike'] as const).filter((mark) => span[mark] === true).join(' ');
}

const written = (text: Rich) =>
  text.map((span) => (markOf(span) === '' ? span.text : `<${markOf(span)}>${span.text}</>`)).join('');

function shownOf(node: CardNode): string {
  switch (node.kind) {
    case 'text':
      return `text: ${written(node.text)}`;
    case 'list':
      return `list${node.start === undefined ? '' : ` from ${node.start}`}: ${node.items.map(written).join(' | ')}`;
    case 'table':
      return `table: ${[node.headers, ...node.rows].map((row) => row.map(written).join(' | ')).join(' / ')}`;
    case 'code':
      return `code${node.language === undefined ? '' : ` ${node.language}`}: ${node.code}`;
    default:
      return node.kind;
  }
}

describe('the Markdown of an answer', () => {
  it.each(traps)('with $trap', ({ typed, shown, refused = false, doubted = false }) => {
    const { body, unsupported, doubtful } = parseMarkdown(typed);
    expect(body.map(shownOf)).toEqual(shown);
    expect([unsupported.length > 0, doubtful.length > 0]).toEqual([refused, doubted]);
  });
});
