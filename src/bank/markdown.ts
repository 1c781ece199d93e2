import type { Token, Tokens } from 'marked';
import { lexer } from 'marked';
import type { CardNode, ListNode, Rich } from '../core/card.ts';
import { muted } from '../core/card.ts';
import type { Remarks } from './inline-markdown.ts';
import { inlineToRich } from './inline-markdown.ts';

/** The info string of a fence that shows what the block before it printed. */
export const outputFence = 'output';

/** A fenced block with its info string (`python run`), and its line within the text, from 1. */
export type Fence = { readonly info: string; readonly code: string; readonly line: number };

/** A remark about a text and how to fix it; `line` counts from 1. */
export type MarkdownRemark = { readonly line: number; readonly problem: string; readonly cure: string };

export type ParsedMarkdown = {
  readonly body: readonly CardNode[];
  readonly fences: readonly Fence[];
  /** What the text uses that not every chat can show, or that Markdown would drop. */
  readonly unsupported: readonly MarkdownRemark[];
  /** What Markdown probably reads differently from what was intended. */
  readonly doubtful: readonly MarkdownRemark[];
};

/**
 * Parses the Markdown of answers: paragraphs, flat lists, fenced code, tables, and inline bold, italic, strike, code
 * and links. Anything else is listed in `unsupported` and left out of the body. Never throws.
 */
export function parseMarkdown(markdown: string): ParsedMarkdown {
  const body: CardNode[] = [];
  const fences: Fence[] = [];
  const unsupported: MarkdownRemark[] = [];
  const doubtful: MarkdownRemark[] = [];
  let line = 1;
  for (const token of readTokens(markdown)) {
    const here = line;
    const node = toNode(token, {
      refuse: (problem, cure) => unsupported.push({ line: here, problem, cure }),
      doubt: (problem, cure) => doubtful.push({ line: here, problem, cure }),
    });
    if (isCode(token) && token.lang === outputFence) body.push(muted('Output'));
    if (node !== null) body.push(node);
    if (isCode(token)) fences.push({ info: token.lang ?? '', code: token.text, line: here });
    line += token.raw.split('\n').length - 1;
  }
  return { body, fences, unsupported, doubtful };
}

/**
 * The parser recurses for every nested quote, and some texts consist of nothing else; those are returned as a single
 * quote. The depth it survives depends on the machine, so the complaint is the same either way.
 */
function readTokens(markdown: string): readonly Token[] {
  try {
    return lexer(markdown);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return [{ type: 'blockquote', raw: markdown }];
  }
}

function toNode(token: Token, remarks: Remarks): CardNode | null {
  const inline = (tokens: readonly Token[]) => inlineToRich(tokens, remarks);
  if (isParagraph(token)) return { kind: 'text', text: inline(token.tokens) };
  if (isList(token)) return toList(token, remarks);
  if (isTable(token)) {
    if (hasLostCells(token)) {
      remarks.refuse(
        'A row of the table has more cells than its head, and they are lost.',
        'Escape `|` in a cell as `\\|`.',
      );
    }
    const headers = token.header.map((cell) => inline(cell.tokens));
    return { kind: 'table', headers, rows: token.rows.map((row) => row.map((cell) => inline(cell.tokens))) };
  }
  if (isCode(token)) return toCode(token, remarks);
  if (token.type !== 'space') {
    remarks.refuse(
      `The answer has a ${names[token.type] ?? token.type}, which not every chat can show.`,
      'Use paragraphs, flat lists, tables and fenced code.',
    );
  }
  return null;
}

/** Their common names. */
const names: Readonly<Record<string, string>> = {
  blockquote: 'quote',
  def: 'definition of a link',
  hr: 'rule',
  html: 'piece of HTML',
};

function toCode(token: Tokens.Code, remarks: Remarks): CardNode {
  if (isLeftOpen(token))
    remarks.refuse('This block of code is not closed.', 'Close it with a line of three back-ticks.');
  const language = token.lang?.split(/\s+/)[0];
  const named = language !== undefined && language !== '' && language !== outputFence;
  return { kind: 'code', code: token.text, ...(named ? { language } : {}) };
}

/** An unclosed fence makes the rest of the answer code. */
function isLeftOpen({ raw, codeBlockStyle }: Tokens.Code): boolean {
  if (codeBlockStyle === 'indented') return false;
  const lines = raw.trimEnd().split('\n');
  const fence = lines[0]?.match(/`{3,}|~{3,}/)?.[0] ?? '';
  return lines.length < 2 || !lines.at(-1)?.trim().startsWith(fence);
}

/** GitHub's rules drop cells beyond the last column; a bar starts a cell even inside back-ticks. */
function hasLostCells({ raw, header }: Tokens.Table): boolean {
  const cells = (row: string) =>
    row
      .trim()
      .replace(/^\||\|$/g, '')
      .split(/(?<!\\)\|/).length;
  return raw
    .trim()
    .split('\n')
    .some((row) => cells(row) > header.length);
}

function toList(token: Tokens.List, remarks: Remarks): ListNode {
  const items = token.items.map((item): Rich => {
    const [first, ...others] = item.tokens;
    if (first === undefined) return [];
    if (others.length > 0 || !['text', 'paragraph'].includes(first.type)) {
      const cure = 'Keep lists flat: one paragraph an item, no code or list inside.';
      remarks.refuse('A list item has blocks within it.', cure);
    }
    return 'tokens' in first ? inlineToRich(first.tokens ?? [], remarks) : [];
  });
  const start = token.ordered && typeof token.start === 'number' && token.start !== 1 ? { start: token.start } : {};
  return { kind: 'list', ordered: token.ordered, ...start, items };
}

// marked's Token is a union with a generic member, so comparing `type` alone does not narrow it.
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
