import type { PersonSpan } from '../../../core/card.ts';

/** Stands for the name of whoever an event does not name; where it can be, they are shown as a mention instead. */
export const somebody = 'someone';

/** Slack's id of a person without a known name; null for everybody else. */
export function namelessId({ text, user }: PersonSpan): string | null {
  return text === somebody ? (/(?:^|:)([UW][A-Z0-9]+)$/.exec(user)?.[1] ?? null) : null;
}
