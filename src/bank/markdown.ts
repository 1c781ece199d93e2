import type { Token, Tokens } from 'marked';
import { lexer } from 'marked';
import type { CardNode, ListNode, Rich } from '../core/card.ts';
import { muted } from '../core/card.ts';
import { inlineToRich } from './inline-markdown.ts';

/** Behind the back-ticks of a fence that holds what the block before it printed. */
export const outputFence = 'output';

/** A fenced block with what stands behind its three back-ticks (`python run`), and its line within the text, from 1. */
export type Fence = { readonly info: string; readonly code: string; readonly line: number };

export type ParsedMarkdown = {
  readonly body: readonly CardNode[];
  readonly fences: readonly Fence[];
  /** What the text uses that not every chat can show. Lines from 1. */
  readonly unsupported: readonly { readonly line: number; readonly problem: string; readonly cure: string }[];
};

/**
 * Reads the Markdown that answers are written in: paragraphs, flat lists, fenced code, tables, and inline bold,
 * italic, strike, code and links. Anything else is named in `unsupported` and left out of the body.
 */
export function parseMarkdown(markdown: string): ParsedMarkdown {
  const body: CardNode[] = [];
  const fences: Fence[] = [];
  const unsupported: { line: number; problem: string; cure: string }[] = [];
  let line = 1;
  for (const token of lexer(markdown)) {
    const here = line;
    const complain = (problem: string, cure: string) => unsupported.push({ line: here, problem, cure });
    const node = toNode(token, complain);
    if (isCode(token) && token.lang === outputFence) body.push(muted('Output'));
    if (node !== null) body.push(node);
    if (isCode(token)) fences.push({ info: token.lang ?? '', code: token.text, line: here });
    line += token.raw.split('\n').length - 1;
  }
  return { body, fences, unsupported };
}

type Complain = (problem: string, cure: string) => void;

function toNode(token: Token, complain: Complain): CardNode | null {
  const inline = (tokens: readonly Token[]) => inlineToRich(tokens, complain);
  if (isParagraph(token)) return { kind: 'text', text: inline(token.tokens) };
  if (isList(token)) return toList(token, complain);
  if (isTable(token)) {
    const headers = token.header.map((cell) => inline(cell.tokens));
    return { kind: 'table', headers, rows: token.rows.map((row) => row.map((cell) => inline(cell.tokens))) };
  }
  if (isCode(token)) {
    const language = token.lang?.split(/\s+/)[0];
    return {
      kind: 'code',
      code: token.text,
      ...(language === undefined || language === '' || language === outputFence ? {} : { language }),
    };
  }
  if (token.type !== 'space') {
    complain(
      `The answer has a ${token.type}, which not every chat can show.`,
      'Use paragraphs, flat lists, tables and fenced code.',
    );
  }
  return null;
}

function toList(token: Tokens.List, complain: Complain): ListNode {
  const items = token.items.map((item): Rich => {
    const [first, ...others] = item.tokens;
    if (others.length > 0)
      complain('A list item has blocks within it.', 'Keep lists flat: one paragraph an item, no code or list inside.');
    return first !== undefined && 'tokens' in first ? inlineToRich(first.tokens ?? [], complain) : [];
  });
  const start = token.ordered && typeof token.start === 'number' && token.start !== 1 ? { start: token.start } : {};
  return { kind: 'list', ordered: token.ordered, ...start, items };
}

// marked's Token is a union with a generic member, so that comparing `type` alone does not narrow it.
function isParagraph(token: Token): token is Tokens.Paragraph {
  return token.type === 'paragraph';
}
function isList(token: Token): token is Tokens.List {
  return token.type === 'list';
}
function isTable(token: Token): token is Tokens.Table {
  return token.type === 'table';
}
function isCode(token: Token): token is Tokens.Code {
  return token.type === 'code';
}
