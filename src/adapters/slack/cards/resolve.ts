import type { Card, Rich, TimeSpan } from '../../../core/card.ts';
import { mapSpans } from '../../../core/map-spans.ts';
import { resolveCommands } from '../../../core/resolve-commands.ts';
import { resolveTimes } from '../../../core/sending-time.ts';

/** How a command is begun where a message is read: the app's slash command, or a mention in threads, which have none. */
export type Opening = `/${string}` | `@${string}`;

/** The card as Slack says it. `now`: the time of its sending by Slack's clock, UTC ms; `ahead`: see `resolveTimes`. */
export function resolveCard(
  card: Card,
  opening: Opening,
  { now, ahead }: { readonly now: number; readonly ahead: number },
): Card {
  const said = resolveCommands(card, (text) => [{ kind: 'code', text: `${opening} ${text}`.trim() }]);
  return mapSpans(resolveTimes(said, now, ahead), (span) =>
    span.kind === 'time' && span.style === 'relative' && span.at > now ? countdown(span, now) : [span],
  );
}

/**
 * Slack has no words for the future: `{ago}` is a period that is over
 * (https://docs.slack.dev/reference/block-kit/block-elements/date-element), and nothing says that any format is kept up to
 * date. So the time left is said as of the sending, with the time of day, which people can compare with a clock.
 */
function countdown({ at }: TimeSpan, now: number): Rich {
  const seconds = Math.max(1, Math.round((at - now) / 1000));
  const left =
    seconds < 120 ? `${seconds} ${seconds === 1 ? 'second' : 'seconds'}` : `${Math.round(seconds / 60)} minutes`;
  const text = `${new Date(at).toISOString().slice(11, 19)} UTC`;
  return [
    { kind: 'text', text: `in ${left} (` },
    { kind: 'time', style: 'time', at, text },
    { kind: 'text', text: ')' },
  ];
}

/** The card with groups as words: to show one in a message to many would call it. */
export function withoutGroups(card: Card): Card {
  return mapSpans(card, (span) => (span.kind === 'group' ? [{ kind: 'text', text: span.text }] : [span]));
}
