import type { Log } from '../../../app/ports.ts';
import type { Card } from '../../../core/card.ts';
import { fitCard } from '../../../core/fit.ts';
import { hasTime } from './date-element.ts';
import type { SlackMessage } from './render.ts';
import { renderSlack } from './render.ts';
import { slackMessage } from './surface.ts';

/** Converts cards to messages; `where` are ids for the log, which says what did not fit but never quotes it. */
export type ToMessage = (card: Card, where: Readonly<Record<string, string>>) => SlackMessage;

/**
 * Fits and renders each card once: the application caches the cards of its questions, and this caches their messages.
 * Cards with a time are rendered each time. `now` in UTC ms.
 */
export function createMessages(log: Log, now: () => number): ToMessage {
  const known = new WeakMap<Card, SlackMessage>();
  return (card, where) => {
    const ready = known.get(card);
    if (ready !== undefined) return ready;
    const fitted = fitCard(card, slackMessage);
    if (fitted.losses.length > 0)
      log.warn({ ...where, losses: fitted.losses }, 'A card did not fit into a Slack message.');
    const message = renderSlack(fitted.card, now());
    if (!hasTime(fitted.card.body)) known.set(card, message);
    return message;
  };
}
