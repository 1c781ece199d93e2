import type { Card, TextNode } from '../../core/card.ts';
import { hint, paragraph } from '../../core/card.ts';
import type { Courtesy } from '../../core/courtesy.ts';

const replies: Readonly<Record<Courtesy, TextNode>> = {
  greeting: paragraph('Hello! Ask me a question in your own words, or type ', hint('help'), '.'),
  thanks: paragraph('You are welcome! Ask again whenever you like.'),
  closing: paragraph('All right. Ask again whenever you like.'),
};

/** One friendly line in return for a hello, thanks or a goodbye. */
export function courtesyCard(courtesy: Courtesy): Card {
  return { body: [replies[courtesy]] };
}
