import type { Token } from 'marked';
import type { Rich, Span, TextSpan } from '../core/card.ts';
import { plainText } from '../core/card.ts';
import { findForeignMarkup, plainFormula } from './foreign-markup.ts';

type Marks = Pick<TextSpan, 'bold' | 'italic' | 'strike'>;

const marksOf: Readonly<Record<string, Marks>> = {
  strong: { bold: true },
  em: { italic: true },
  del: { strike: true },
};

/** Collects what is noticed about a text. */
export type Remarks = {
  /** What a chat cannot show, or what would be lost. */
  readonly refuse: (problem: string, cure: string) => void;
  /** What can be shown but was probably not intended. */
  readonly doubt: (problem: string, cure: string) => void;
};

/** Inline Markdown as spans; what a chat cannot show keeps its words only. */
export function inlineToRich(tokens: readonly Token[], remarks: Remarks): Rich {
  return spansOf(tokens, {}, remarks);
}

function spansOf(tokens: readonly Token[], marks: Marks, remarks: Remarks): readonly Span[] {
  return tokens.flatMap((token, index) => {
    if (isNameTaken(token, tokens[index - 1], tokens[index + 1])) {
      remarks.doubt(
        `\`${token.raw}\` is shown as ${token.type === 'em' ? 'italic' : 'bold'}, without its marks.`,
        inBackTicks,
      );
    }
    return toSpans(token, marks, remarks);
  });
}

const inBackTicks = 'Put names and formulas in back-ticks; write bold as `**bold**` and italic as `*italic*`.';

/** `__init__` and `2*3*4`: emphasis to Markdown, but a name and a product to their author. */
function isNameTaken(token: Token, before: Token | undefined, after: Token | undefined): boolean {
  if (token.type !== 'strong' && token.type !== 'em') return false;
  const withinWord = /\w$/.test(before?.raw ?? '') && /^\w/.test(after?.raw ?? '');
  return withinWord || token.raw.startsWith('_');
}

function toSpans(token: Token, marks: Marks, remarks: Remarks): readonly Span[] {
  const inner = 'tokens' in token && token.tokens !== undefined ? token.tokens : [];
  const within = (more: Marks) => spansOf(inner, { ...marks, ...more }, remarks);
  switch (token.type) {
    case 'text':
      if (inner.length > 0) return within({});
      if (/&#?\w+;/.test(token.text))
        remarks.refuse(`The answer has an HTML entity (${token.text.trim()}).`, 'Write the character itself.');
      for (const { problem, cure } of findForeignMarkup(token.text, 'answer')) remarks.doubt(problem, cure);
      return [{ kind: 'text', text: token.text.replaceAll('\n', ' '), ...marks }];
    case 'escape':
      if (/^\\[()[\]]/.test(token.raw))
        remarks.doubt(`\`${token.raw}\` is LaTeX, and loses its backslash.`, plainFormula);
      return [{ kind: 'text', text: token.text, ...marks }];
    case 'codespan':
      return [{ kind: 'code', text: token.text }];
    case 'br':
      return [{ kind: 'text', text: '\n' }];
    case 'strong':
    case 'em':
    case 'del':
      return within(marksOf[token.type] ?? {});
    case 'link':
      if (token.title) remarks.refuse(`The title of a link (${token.title}) is lost.`, 'Write it in the sentence.');
      return [{ kind: 'link', text: plainText(within({})), url: token.href }];
    default:
      remarks.refuse(
        `The answer has inline ${token.type}, which not every chat can show.`,
        'Use bold, italic, strike, code and links.',
      );
      return [{ kind: 'text', text: token.raw, ...marks }];
  }
}
