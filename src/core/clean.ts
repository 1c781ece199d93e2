import type { Card, CardNode, Field, Rich } from './card.ts';

/**
 * C0 and C1 controls except tab and line feed, Unicode tags and separators that no chat shows, and explicit direction
 * marks (https://www.unicode.org/reports/tr9/#Explicit_Directional_Embeddings): a name with one would reverse the words
 * after it. Letters have a direction of their own, and keep it.
 */
const invisible =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it removes
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u2028-\u202e\u2066-\u2069\ufeff\ufff9-\ufffb\ufffe\uffff]/g;

/** Replaces an empty table cell or field, which platforms reject. */
const emptyCell = '–';

/** Text that every platform accepts: valid Unicode (a lone surrogate becomes �), no control characters. */
export function cleanText(text: string): string {
  return text.toWellFormed().replaceAll('\r\n', '\n').replace(invisible, '');
}

/** The card without empty spans, items and nodes, and with all its text cleaned. Nothing visible is lost. */
export function cleanCard(card: Card): Card {
  const title = cleanText(card.title ?? '').trim();
  const body = card.body.map(cleanNode).filter((node) => node !== null);
  return { ...(title === '' ? {} : { title }), ...(card.tone === undefined ? {} : { tone: card.tone }), body };
}

function cleanNode(node: CardNode): CardNode | null {
  switch (node.kind) {
    case 'text':
      return orNull({ ...node, text: cleanRich(node.text) }, isBlank(node.text));
    case 'list': {
      const items = node.items.filter((item) => !isBlank(item)).map(cleanRich);
      return orNull({ ...node, items }, items.length === 0);
    }
    case 'code':
      return orNull({ ...node, code: cleanText(node.code) }, cleanText(node.code).trim() === '');
    case 'fields':
      return orNull({ ...node, fields: node.fields.map(cleanField) }, node.fields.length === 0);
    case 'table':
      return orNull(
        {
          ...node,
          headers: node.headers.map(cleanCell),
          rows: node.rows.map((row) => cleanRow(row, node.headers.length)),
        },
        node.headers.length === 0,
      );
    case 'image':
      return { ...node, alt: cleanText(node.alt).trim() || 'picture' };
    case 'picture':
      return { ...node, alt: cleanText(node.alt).trim() || 'picture' };
    case 'divider':
      return node;
    case 'actions': {
      const actions = node.actions.map((action) => ({ ...action, label: cleanText(action.label).trim() || '…' }));
      return orNull({ ...node, actions }, actions.length === 0);
    }
    case 'choices': {
      const { note, options, ...rest } = node;
      const said = note === undefined || isBlank(note) ? {} : { note: cleanRich(note) };
      return orNull({ ...rest, ...said, options: options.map(cleanOption) }, options.length === 0);
    }
    case 'podium': {
      const rows = node.rows.map((row) => ({
        ...row,
        name: cleanText(row.name).trim() || emptyCell,
        points: cleanText(row.points).trim() || emptyCell,
      }));
      return orNull({ ...node, rows }, rows.length === 0);
    }
    case 'own':
      return node.told === undefined ? node : { ...node, told: { ...node.told, text: cleanRich(node.told.text) } };
    case 'tally':
      return orNull({ ...node, options: node.options.map(cleanOption) }, node.options.length === 0);
  }
}

function cleanOption<Option extends { readonly letter: string; readonly text: Rich }>(option: Option): Option {
  return { ...option, letter: cleanText(option.letter).trim() || '…', text: cleanCell(option.text) };
}

function cleanField(field: Field): Field {
  return { name: cleanText(field.name).trim() || emptyCell, value: cleanCell(field.value) };
}

function cleanCell(cell: Rich): Rich {
  return isBlank(cell) ? [{ kind: 'text', text: emptyCell }] : cleanRich(cell);
}

function cleanRich(text: Rich): Rich {
  return text.map((span) => ({ ...span, text: cleanText(span.text) })).filter((span) => span.text !== '');
}

function isBlank(text: Rich): boolean {
  return text.every((span) => cleanText(span.text).trim() === '');
}

function orNull<Node extends CardNode>(node: Node, empty: boolean): Node | null {
  return empty ? null : node;
}

/** A row with exactly as many cells as the table has columns. */
function cleanRow(row: readonly Rich[], columns: number): readonly Rich[] {
  return Array.from({ length: columns }, (_, column) => cleanCell(row[column] ?? []));
}
