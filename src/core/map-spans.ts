import type { Card, CardNode, Rich, Span } from './card.ts';

/** The card with each span of its text replaced by others; the same card where nothing is replaced. */
export function mapSpans(card: Card, replace: (span: Span) => Rich): Card {
  const isNew = { any: false };
  const map = (text: Rich): Rich =>
    text.flatMap((span) => {
      const replaced = replace(span);
      if (replaced.length !== 1 || replaced[0] !== span) isNew.any = true;
      return replaced;
    });
  const body = card.body.map((node) => mapNode(node, map));
  return isNew.any ? { ...card, body } : card;
}

/** The node with each of its texts replaced. */
export function mapNode(node: CardNode, map: (text: Rich) => Rich): CardNode {
  switch (node.kind) {
    case 'text':
      return { ...node, text: map(node.text) };
    case 'list':
      return { ...node, items: node.items.map(map) };
    case 'fields':
      return { ...node, fields: node.fields.map((field) => ({ ...field, value: map(field.value) })) };
    case 'table':
      return { ...node, headers: node.headers.map(map), rows: node.rows.map((row) => row.map(map)) };
    case 'choices': {
      const options = node.options.map((option) => ({ ...option, text: map(option.text) }));
      return { ...node, options, ...(node.note === undefined ? {} : { note: map(node.note) }) };
    }
    case 'own':
      return node.told === undefined ? node : { ...node, told: { ...node.told, text: map(node.told.text) } };
    case 'tally':
      return { ...node, options: node.options.map((option) => ({ ...option, text: map(option.text) })) };
    default:
      return node;
  }
}
