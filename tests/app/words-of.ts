import type { Card } from '../../src/core/card.ts';
import { plainText } from '../../src/core/card.ts';
import { withoutTiles } from '../../src/core/choices.ts';

/** All words of a card in one line each. */
export function wordsOf(card: Card): string {
  const lines = card.body.flatMap(withoutTiles).map((node) => {
    switch (node.kind) {
      case 'text':
        return plainText(node.text);
      case 'list':
        return node.items.map(plainText).join('\n');
      case 'fields':
        return node.fields.map(({ name, value }) => `${name}: ${plainText(value)}`).join('\n');
      case 'table':
        return [node.headers, ...node.rows].map((row) => row.map(plainText).join(' | ')).join('\n');
      case 'code':
        return node.code;
      case 'actions':
        return node.actions.map(({ label }) => `[${label}]`).join(' ');
      default:
        return '';
    }
  });
  return [card.title ?? '', ...lines].join('\n');
}
