import type { CardNode } from '../core/card.ts';
import { plainText } from '../core/card.ts';
import type { Question } from '../core/question.ts';

/** The fields of a question as they are searched. */
export const fields = ['title', 'aliases', 'answer'] as const;

export type Field = (typeof fields)[number];

/** The answer without its formatting; tables and fields cell by cell. Falls back to the Markdown where there is no card. */
export function answerText({ body, answer }: Question): string {
  return body.length === 0 ? answer : body.map(nodeText).join('\n');
}

function nodeText(node: CardNode): string {
  switch (node.kind) {
    case 'text':
      return plainText(node.text);
    case 'list':
      return node.items.map(plainText).join('\n');
    case 'code':
      return node.code;
    case 'fields':
      return node.fields.map(({ name, value }) => `${name} ${plainText(value)}`).join('\n');
    case 'table':
      return [node.headers, ...node.rows].map((row) => row.map(plainText).join(' ')).join('\n');
    case 'image':
      return node.alt;
    default:
      return '';
  }
}
