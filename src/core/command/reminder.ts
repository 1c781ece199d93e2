import type { NamedTopic } from '../bank.ts';
import type { TimeOfDay } from '../schedule/local-time.ts';
import type { OwnHour, OwnHourCommand } from './own-hour.ts';
import { parseOwnHour, readOwnHour } from './own-hour.ts';
import type { Mistake } from './words.ts';

/** A reminder of a daily question that one has not answered. `zoneText` is read with the rules; empty if none was given. */
export type ReminderCommand =
  | { readonly kind: 'daily'; readonly action: 'remind-on'; readonly time: TimeOfDay; readonly zoneText: string }
  | { readonly kind: 'daily'; readonly action: 'remind-off' | 'remind-status' };

const command: OwnHourCommand = {
  of: 'daily',
  name: 'A reminder',
  example: 'daily remind 20:00 Europe/Berlin',
  everyDay: 'none comes on days without a question',
  nothingElse: 'it is of the question that you have not answered yet',
  // Some hours before the day ends.
  standard: '20:00',
};

/** Parses what follows `daily remind`; see `parseOwnHour`. */
export function parseReminder(
  typed: readonly string[],
  topics: readonly NamedTopic[],
): ReminderCommand | Mistake | null {
  const parsed = parseOwnHour(typed, topics, command);
  return parsed === null ? null : toReminder(parsed);
}

/** The same for one text in place of the time, which may be `on`, `off` or `status` instead. */
export function readReminder(text: string, zone: string): ReminderCommand | Mistake {
  const typed = text.trim().toLowerCase();
  return toReminder(readOwnHour(typed === 'on' ? (command.standard ?? '') : typed, zone, command));
}

function toReminder(parsed: OwnHour | Mistake): ReminderCommand | Mistake {
  if ('reason' in parsed) return parsed;
  const { action } = parsed;
  if (action === 'on') return { kind: 'daily', ...parsed, action: 'remind-on' };
  return { kind: 'daily', action: action === 'off' ? 'remind-off' : 'remind-status' };
}

/** Whether a command of the daily question is one of its reminders. */
export function isReminder<Other extends { readonly action: string }>(
  command: Other | ReminderCommand,
): command is ReminderCommand {
  return command.action.startsWith('remind-');
}
