import type { Log } from '../../app/ports.ts';
import type { Card } from '../../core/card.ts';
import { fitCard } from '../../core/fit.ts';
import type { DiscordMessage } from './render.ts';
import { renderDiscord } from './render.ts';
import { discordReply } from './surface.ts';

/**
 * Cards to messages. The message of a card object is made once and kept for as long as the card is, since the answer
 * to a question is the same card every time. What a reader loses by the limits is logged, once as well.
 */
export function createMessageCache(log: Log): (card: Card) => DiscordMessage {
  const messages = new WeakMap<Card, DiscordMessage>();
  return (card) => {
    const known = messages.get(card);
    if (known !== undefined) return known;
    const fitted = fitCard(card, discordReply);
    if (fitted.losses.length > 0) {
      log.warn({ surface: discordReply.name, title: card.title, losses: fitted.losses }, 'A card did not fit.');
    }
    const message = renderDiscord(fitted.card);
    messages.set(card, message);
    return message;
  };
}
