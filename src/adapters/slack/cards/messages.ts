import type { Log } from '../../../app/ports.ts';
import type { Card } from '../../../core/card.ts';
import { fitCard } from '../../../core/fit.ts';
import type { PlatformClock } from '../../../ops/platform-clock.ts';
import { hasTime } from './date-element.ts';
import type { SlackMessage } from './render.ts';
import { renderSlack } from './render.ts';
import type { Opening } from './resolve.ts';
import { resolveCard } from './resolve.ts';
import { slackMessage } from './surface.ts';

/**
 * Converts cards to messages; `where` are ids for the log, which says what did not fit but never quotes it. `opening`: how
 * a command is begun where the message is read, by default the app's slash command.
 */
export type ToMessage = (card: Card, where: Readonly<Record<string, string>>, opening?: Opening) => SlackMessage;

/** How times and commands are said. */
export type Saying = {
  readonly clock: Pick<PlatformClock, 'now' | 'ahead'>;
  /** The app's slash command. */
  readonly slash: () => Opening;
};

/**
 * Fits and renders cards. A frozen card is a constant: its message is made once for each way to begin a command, frozen too,
 * and kept as long as the card is, unless it has a time.
 */
export function createMessages(log: Log, { clock, slash }: Saying): ToMessage {
  const kept = new WeakMap<Card, { readonly message: SlackMessage; readonly opening: Opening }>();
  return (card, where, opening = slash()) => {
    const isConstant = Object.isFrozen(card);
    const ready = isConstant ? kept.get(card) : undefined;
    if (ready?.opening === opening) return ready.message;
    const now = clock.now();
    const fitted = fitCard(resolveCard(card, opening, { now, ahead: clock.ahead() }), slackMessage);
    if (fitted.losses.length > 0)
      log.warn({ ...where, losses: fitted.losses }, 'A card did not fit into a Slack message.');
    const message = renderSlack(fitted.card, now);
    if (isConstant && !hasTime(fitted.card.body)) kept.set(card, { message: Object.freeze(message), opening });
    return message;
  };
}
