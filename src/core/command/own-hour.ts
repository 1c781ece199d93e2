import type { NamedTopic } from '../bank.ts';
import type { TimeOfDay } from '../schedule/local-time.ts';
import { offWords } from './daily.ts';
import { type DailyWords, sortDailyWords } from './daily-words.ts';
import { parseTime } from './time-of-day.ts';
import { type Mistake, mistake, quoted } from './words.ts';

/** What somebody wants to get at an hour of theirs. `zoneText` is read with the rules; empty if none was given. */
export type OwnHour =
  | { readonly action: 'on'; readonly time: TimeOfDay; readonly zoneText: string }
  | { readonly action: 'off' | 'status' };

/** What it is, for mistakes: of which command, its name, an example, and why it has no other options. */
export type OwnHourCommand = {
  readonly of: Mistake['of'];
  readonly name: string;
  readonly example: string;
  readonly everyDay: string;
  readonly nothingElse: string;
  /** The hour where none is said; left out where one must be. */
  readonly standard?: string;
};

/**
 * Parses such an order: nothing or `status`, `off`, or a time of day with a zone in any order. Null if it is neither that nor a
 * mistake in it.
 */
export function parseOwnHour(
  typed: readonly string[],
  topics: readonly NamedTopic[],
  command: OwnHourCommand,
): OwnHour | Mistake | null {
  const isOn = typed[0] === 'on' || typed[0] === 'at';
  const words = isOn ? typed.slice(1) : typed;
  const [first = 'status', ...rest] = words;
  if (rest.length === 0 && (first === 'off' || offWords.includes(first))) return { action: 'off' };
  if (rest.length === 0 && first === 'status') return isOn ? toOwnHour({}, command) : { action: 'status' };
  const sorted = sortDailyWords(words, topics);
  if (sorted !== null) return toOwnHour(sorted, command);
  if (rest.length > 0) return null;
  return mistake(
    command.of,
    `I do not understand ${quoted(first)}; there are a time of day, off and status.`,
    command.example,
  );
}

/** The order for a time and a zone, or the first mistake in them. */
export function toOwnHour(
  { time: typed, zone = '', doubled, stray, ...others }: DailyWords,
  { of, name, example, everyDay, nothingElse, standard }: OwnHourCommand,
): OwnHour | Mistake {
  const { days, topic, level, ping, thread = false } = others;
  const wrong = (reason: string) => mistake(of, reason, example);
  const time = typed ?? standard;
  if (time === undefined) return wrong(`${name} needs a time of day.`);
  const parsed = parseTime(time);
  if (doubled !== undefined) return wrong(`The ${doubled} is given twice; write it once.`);
  if (parsed === null) return wrong(`${quoted(time)} is not a time of day; write one from 00:00 to 23:59.`);
  if (days !== undefined) return wrong(`${name} is for every day; ${everyDay}.`);
  if (topic !== undefined || level !== undefined || ping !== undefined || thread || stray !== undefined) {
    return wrong(`${name} has a time of day and a time zone, and nothing else: ${nothingElse}.`);
  }
  return { action: 'on', time: parsed, zoneText: zone.trim() };
}

/** The same for one text in place of the time, which may be `off` or `status` instead. */
export function readOwnHour(text: string, zone: string, command: OwnHourCommand): OwnHour | Mistake {
  const typed = text.trim().toLowerCase();
  if (typed === 'status') return { action: 'status' };
  return typed === 'off' || offWords.includes(typed) ? { action: 'off' } : toOwnHour({ time: typed, zone }, command);
}
