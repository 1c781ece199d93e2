import { styleText } from 'node:util';
import { common, createEmphasize } from 'emphasize';
import type { Card, CardNode, Rich, Span } from '../../../core/card.ts';
import { tableAsText } from '../../../core/table-text.ts';
import { wrap } from './wrap.ts';

/** The terminal's width in columns, and whether it has colours. */
export type TerminalStyle = { readonly columns: number; readonly colour: boolean };

const emphasize = createEmphasize(common);

/** Text stays readable at this width, however wide the window is. */
const widest = 96;

const titleColour = { neutral: 'cyan', good: 'green', bad: 'red', notice: 'yellow' } as const;

/** A card as lines of text, with a blank line before each node; buttons become numbers, counted across the card. */
export function renderTerminal(card: Card, style: TerminalStyle): string {
  const width = Math.min(style.columns, widest);
  const paint = (format: Parameters<typeof styleText>[0], text: string) =>
    style.colour ? styleText(format, text, { validateStream: false }) : text;
  const inline = (text: Rich) => text.map((span) => inlineSpan(span, paint)).join('');
  let number = 0;

  function lines(node: CardNode): string {
    switch (node.kind) {
      case 'text':
        return wrap(node.muted === true ? paint('dim', inline(node.text)) : inline(node.text), width, '');
      case 'list':
        return node.items
          .map((item, index) => listItem(inline(item), node.ordered ? `${(node.start ?? 1) + index}. ` : '• ', width))
          .join('\n');
      case 'code':
        return indent(style.colour ? highlight(node.code, node.language) : node.code);
      case 'fields':
        return node.fields
          .map((field) => wrap(`${paint('bold', `${field.name}: `)}${inline(field.value)}`, width, '  '))
          .join('\n');
      case 'table':
        return indent(tableAsText(node).code);
      case 'image':
        return `${node.alt}: ${node.url}`;
      case 'picture':
        return node.alt;
      case 'divider':
        return '─'.repeat(Math.min(width, 40));
      case 'actions':
        return node.actions
          .map((action) => {
            number += 1;
            return `  ${paint('bold', `[${number}]`)} ${action.label}`;
          })
          .join('\n');
      case 'choices':
      case 'tally':
      case 'own':
      case 'podium':
        return '';
    }
  }

  const title =
    card.title === undefined ? [] : [wrap(paint(['bold', titleColour[card.tone ?? 'neutral']], card.title), width, '')];
  return [...title, ...card.body.map(lines)].join('\n\n');
}

function inlineSpan(span: Span, paint: (format: Parameters<typeof styleText>[0], text: string) => string): string {
  switch (span.kind) {
    case 'code':
    case 'command':
      return paint('yellow', span.text);
    case 'link':
      return `${span.text} (${paint('underline', span.url)})`;
    case 'time':
    case 'person':
    case 'channel':
    case 'group':
      return span.text;
    case 'text': {
      const bold = span.bold === true ? paint('bold', span.text) : span.text;
      const italic = span.italic === true ? paint('italic', bold) : bold;
      return span.strike === true ? paint('strikethrough', italic) : italic;
    }
  }
}

function highlight(code: string, language: string | undefined): string {
  return language !== undefined && emphasize.registered(language) ? emphasize.highlight(language, code).value : code;
}

function listItem(text: string, mark: string, width: number): string {
  return `  ${mark}${wrap(text, width - 2 - mark.length, '').replaceAll('\n', `\n${' '.repeat(2 + mark.length)}`)}`;
}

function indent(text: string): string {
  return text.replace(/^(?=.)/gm, '    ');
}
