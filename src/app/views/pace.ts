import type { Card } from '../../core/card.ts';
import { paragraph } from '../../core/card.ts';
import { counted } from './numbers.ts';

/** For somebody who types faster than anybody reads; `wait`: ms until the next may come. */
export function personPaceCard(wait: number): Card {
  return card('That was a lot at once', `Ask again in ${seconds(wait)}. Buttons and answers to a quiz work meanwhile.`);
}

/** For somebody whose command would be one message too many in a channel. */
export function channelPaceCard(wait: number): Card {
  return card(
    'This channel has enough to read',
    `Nothing was posted. Try again in ${seconds(wait)}, or ask me in a direct message, where nobody else has to read along.`,
  );
}

function card(title: string, text: string): Card {
  return { tone: 'notice', title, body: [paragraph(text)] };
}

function seconds(wait: number): string {
  return counted(Math.ceil(wait / 1000), 'second');
}
