import type { NamedTopic } from '../bank.ts';
import type { TimeOfDay } from '../schedule/local-time.ts';
import type { OwnHour, OwnHourCommand } from './own-hour.ts';
import { parseOwnHour, readOwnHour } from './own-hour.ts';
import type { Mistake } from './words.ts';

/** Practice that comes by itself, once a day. `zoneText` is read with the rules; empty if none was given. */
export type DailyPracticeCommand =
  | { readonly kind: 'practice'; readonly action: 'daily-on'; readonly time: TimeOfDay; readonly zoneText: string }
  | { readonly kind: 'practice'; readonly action: 'daily-off' | 'daily-status' };

const command: OwnHourCommand = {
  of: 'practice',
  name: 'Daily practice',
  example: 'practice daily 08:00 Europe/Berlin',
  everyDay: 'it leaves out days on which nothing is due',
  nothingElse: 'it asks what is due',
};

/** Parses what follows `practice daily`; see `parseOwnHour`. */
export function parseDailyPractice(
  typed: readonly string[],
  topics: readonly NamedTopic[],
): DailyPracticeCommand | Mistake | null {
  const parsed = parseOwnHour(typed, topics, command);
  return parsed === null ? null : toDailyPractice(parsed);
}

/** The same for one text in place of the time, which may be `off` or `status` instead. */
export function readDailyPractice(text: string, zone: string): DailyPracticeCommand | Mistake {
  return toDailyPractice(readOwnHour(text, zone, command));
}

function toDailyPractice(parsed: OwnHour | Mistake): DailyPracticeCommand | Mistake {
  if ('reason' in parsed) return parsed;
  const { action } = parsed;
  if (action === 'on') return { kind: 'practice', ...parsed, action: 'daily-on' };
  return { kind: 'practice', action: action === 'off' ? 'daily-off' : 'daily-status' };
}
