import type { CardNode } from '../../../core/card.ts';
import type { Surface } from '../../../core/surface.ts';
import { escapeText } from './escape.ts';
import { gap, nodeAsMarkdown } from './markdown.ts';

/**
 * Longest description of an embed (https://discord.com/developers/docs/resources/message#embed-object-embed-limits).
 */
const longestDescription = 4096;

/** Longest title of an embed; same source. */
const longestTitle = 256;

/**
 * One message with one embed and its buttons. Lengths are UTF-16 units after escaping; Discord may count fewer, never
 * more. The limit of 6,000 characters for all embeds together cannot be reached: title and description have 4,352.
 * `length` also counts escapes in labels, ids and addresses, which have none, since it does not know which it is given;
 * that errs on the safe side. Longer fields become paragraphs, which can be split where ten long fields cannot.
 */
export const discordMessage: Surface = {
  name: 'discord-reply',
  title: longestTitle,
  node: longestDescription,
  total: longestDescription,
  nodes: Number.POSITIVE_INFINITY,
  url: 512,
  table: null,
  fields: { count: 10, name: 80, value: 300 },
  image: { count: 1, alt: 512 },
  pictures: false,
  // Up to 34 with an icon are advised (https://discord.com/developers/docs/components/reference#button); phones show less.
  actions: { count: 25, label: 80, id: 100, seen: 30 },
  size: sizeOf,
  length: (text) => escapeText(text).length,
};

/** The same with one picture attached. */
export const discordMessageWithPicture: Surface = {
  ...discordMessage,
  name: 'discord-reply-with-picture',
  pictures: true,
};

function sizeOf(node: CardNode): number {
  return nodeAsMarkdown(node).length + gap.length;
}
