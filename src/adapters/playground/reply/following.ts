import { setBounded } from '../../../core/bounded-map.ts';
import type { Card, CardNode, Rich } from '../../../core/card.ts';
import type { Message } from '../outbound/message.ts';

/** Number of people whose presses are remembered. */
const remembered = 1000;

/** Who takes part in what a message is about, and wants to be where it goes on. */
export type Following = {
  /** Somebody pressed a button of a message that all can see. */
  readonly note: (user: string, message: Message) => void;
  /** True for who is named in its card, as the players of a quiz are, and for who has pressed a button of it. */
  readonly follows: (user: string, root: Message) => boolean;
};

export function createFollowing(): Following {
  const pressed = new Map<string, string>();
  return {
    note: (user, { id }) => setBounded(pressed, user, id, remembered),
    follows: (user, { id, card }) => pressed.get(user) === id || (card !== null && names(card, user)),
  };
}

function names({ body }: Card, user: string): boolean {
  return body.flatMap(textsOf).some((text) => text.some((span) => span.kind === 'person' && span.user === user));
}

function textsOf(node: CardNode): readonly Rich[] {
  if (node.kind === 'text') return [node.text];
  return node.kind === 'list' ? node.items : [];
}
