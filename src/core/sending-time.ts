import type { Card, CardNode, Rich } from './card.ts';

/** The card with every time that is relative to its sending resolved to an instant; `now` in UTC ms. */
export function resolveTimes(card: Card, now: number): Card {
  const resolve = (text: Rich): Rich =>
    text.map((span) => {
      if (span.kind !== 'time' || span.from !== 'sending') return span;
      const { from: _, ...rest } = span;
      return { ...rest, at: now + span.at };
    });
  const body = card.body.map((node): CardNode => {
    switch (node.kind) {
      case 'text':
        return { ...node, text: resolve(node.text) };
      case 'list':
        return { ...node, items: node.items.map(resolve) };
      case 'fields':
        return { ...node, fields: node.fields.map((field) => ({ ...field, value: resolve(field.value) })) };
      default:
        return node;
    }
  });
  return { ...card, body };
}
