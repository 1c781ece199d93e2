import type { CardNode, Field, FieldsNode, ImageNode, Rich, Span, TableNode } from './card.ts';
import { withoutTiles } from './choices.ts';
import type { Loss } from './loss.ts';
import { mapNode } from './map-spans.ts';
import type { Surface } from './surface.ts';
import { tableAsText } from './table-text.ts';

type Room = {
  readonly tables: { left: number };
  readonly images: { left: number };
  readonly lose: (loss: Loss) => void;
};

/**
 * Converts a node to forms that the surface supports: unsupported tables, fields and images become text, and so do
 * links with unsafe addresses.
 */
export function adaptNode(node: CardNode, surface: Surface, room: Room): readonly CardNode[] {
  const links = (text: Rich) => text.map((span) => adaptSpan(span, surface, room));
  switch (node.kind) {
    case 'text':
      return [{ ...node, text: links(node.text) }];
    case 'list':
      return [{ ...node, items: node.items.map(links) }];
    case 'table':
      return [
        adaptTable(
          { ...node, headers: node.headers.map(links), rows: node.rows.map((row) => row.map(links)) },
          surface,
          room,
        ),
      ];
    case 'fields':
      return adaptFields(
        { ...node, fields: node.fields.map((field) => ({ ...field, value: links(field.value) })) },
        surface,
      );
    case 'image':
      return [adaptImage(node, surface, room)];
    case 'picture':
      return surface.pictures ? [node] : [];
    case 'own':
      return surface.own === true ? [node] : [];
    case 'podium':
    case 'choices':
    case 'tally':
      return surface.tiles === true
        ? [mapNode(node, links)]
        : withoutTiles(node).flatMap((plain) => adaptNode(plain, surface, room));
    default:
      return [node];
  }
}

function adaptSpan(span: Span, surface: Surface, room: Room): Span {
  if (span.kind !== 'link' || isUsable(span.url, surface)) return span;
  room.lose({ part: 'link', how: 'as-text' });
  return { kind: 'text', text: span.text };
}

function adaptTable(table: TableNode, surface: Surface, room: Room): CardNode {
  const { table: limits } = surface;
  const native =
    limits !== null &&
    room.tables.left > 0 &&
    table.rows.length + 1 <= limits.rows &&
    table.headers.length <= limits.columns;
  if (!native || surface.size(table) > surface.node) return tableAsText(table);
  room.tables.left -= 1;
  return table;
}

function adaptFields(node: FieldsNode, surface: Surface): readonly CardNode[] {
  const { count, name, value } = surface.fields;
  const fits = (field: Field) =>
    surface.length(field.name) <= name && surface.size({ kind: 'text', text: field.value }) <= value;
  if (node.fields.length <= count && node.fields.every(fits)) return [node];
  return node.fields.map((field) => ({
    kind: 'text',
    text: [{ kind: 'text', text: `${field.name}: `, bold: true }, ...field.value],
  }));
}

function adaptImage(image: ImageNode, surface: Surface, room: Room): CardNode {
  const usable = isUsable(image.url, surface);
  if (usable && room.images.left > 0 && surface.length(image.alt) <= (surface.image?.alt ?? 0)) {
    room.images.left -= 1;
    return image;
  }
  room.lose({ part: 'image', how: 'as-text' });
  return {
    kind: 'text',
    text: [usable ? { kind: 'link', text: image.alt, url: image.url } : { kind: 'text', text: image.alt }],
  };
}

/** Chats open web pages; they reject other schemes, and some, such as `javascript:`, would be dangerous. */
function isUsable(url: string, surface: Surface): boolean {
  const isAlso = surface.alsoLinks?.some((beginning) => url.startsWith(beginning)) ?? false;
  const isKnown = isAlso || /^https?:\/\/./.test(url);
  return isKnown && /^[^\s<>|]+$/.test(url) && surface.length(url) <= surface.url;
}
