import type { Token } from 'marked';
import type { Rich, Span, TextSpan } from '../core/card.ts';
import { plainText } from '../core/card.ts';

type Marks = Pick<TextSpan, 'bold' | 'italic' | 'strike'>;

const marksOf: Readonly<Record<string, Marks>> = {
  strong: { bold: true },
  em: { italic: true },
  del: { strike: true },
};

/** Inline Markdown as spans; what a chat cannot show is handed to `complain` and kept as its words. */
export function inlineToRich(tokens: readonly Token[], complain: (problem: string, cure: string) => void): Rich {
  return tokens.flatMap((token) => spansOf(token, {}, complain));
}

function spansOf(token: Token, marks: Marks, complain: (problem: string, cure: string) => void): readonly Span[] {
  const inner = 'tokens' in token && token.tokens !== undefined ? token.tokens : [];
  const within = (more: Marks) => inner.flatMap((child) => spansOf(child, { ...marks, ...more }, complain));
  switch (token.type) {
    case 'text':
      if (inner.length > 0) return within({});
      if (/&#?\w+;/.test(token.text))
        complain(`The answer has an HTML entity (${token.text.trim()}).`, 'Write the character itself.');
      return [{ kind: 'text', text: token.text.replaceAll('\n', ' '), ...marks }];
    case 'escape':
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
      return [{ kind: 'link', text: plainText(within({})), url: token.href }];
    default:
      complain(
        `The answer has inline ${token.type}, which not every chat can show.`,
        'Use bold, italic, strike, code and links.',
      );
      return [{ kind: 'text', text: token.raw, ...marks }];
  }
}
