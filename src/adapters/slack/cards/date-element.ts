import type { RichTextDate } from '@slack/types';
import type { TimeSpan } from '../../../core/card.ts';

/**
 * https://docs.slack.dev/messaging/formatting-message-text#date-formatting. `{ago}` only has words for the past, so
 * future instants are shown as the time of day, to the second; `resolveCard` says beside it how long that is.
 */
const formats = { time: '{time_secs}', 'date-time': '{date_short_pretty} {time}' } as const;

/** An instant as Slack shows it, in each reader's own zone; `now` (UTC ms) is when the message is sent. */
export function dateElement({ at, from, style, text }: TimeSpan, now: number): RichTextDate {
  const instant = from === 'sending' ? now + at : at;
  const format = style === 'relative' ? (instant > now ? formats.time : '{ago}') : formats[style];
  return { type: 'date', timestamp: Math.floor(instant / 1000), format, ...(text === '' ? {} : { fallback: text }) };
}

/** True if the message depends on when it is sent, so that it cannot be cached. */
export function hasTime(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  if ('kind' in value && value.kind === 'time') return true;
  return Object.values(value).some(hasTime);
}
