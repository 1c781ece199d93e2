import type { NamedTopic } from '../bank.ts';
import type { TimeOfDay } from '../schedule/local-time.ts';
import { offWords } from './daily.ts';
import { type DailyWords, sortDailyWords } from './daily-words.ts';
import { parseTime } from './time-of-day.ts';
import { type Mistake, mistake, quoted } from './words.ts';

/** Practice that comes by itself, once a day. `zoneText` is read with the rules; empty if none was given. */
export type DailyPracticeCommand =
  | { readonly kind: 'practice'; readonly action: 'daily-on'; readonly time: TimeOfDay; readonly zoneText: string }
  | { readonly kind: 'practice'; readonly action: 'daily-off' | 'daily-status' };

const example = 'practice daily 08:00 Europe/Berlin';

/**
 * Parses what follows `practice daily`: nothing or `status`, `off`, or a time of day with a zone in any order. Null if it is
 * neither such a command nor a mistake in one.
 */
export function parseDailyPractice(
  typed: readonly string[],
  topics: readonly NamedTopic[],
): DailyPracticeCommand | Mistake | null {
  const words = typed[0] === 'on' || typed[0] === 'at' ? typed.slice(1) : typed;
  const [first = 'status', ...rest] = words;
  if (rest.length === 0 && (first === 'off' || offWords.includes(first))) return off;
  if (rest.length === 0 && first === 'status') return typed.length > words.length ? toDailyPractice({}) : status;
  const sorted = sortDailyWords(words, topics);
  if (sorted !== null) return toDailyPractice(sorted);
  return rest.length === 0
    ? wrong(`I do not understand ${quoted(first)}; there are a time of day, off and status.`)
    : null;
}

const off = { kind: 'practice', action: 'daily-off' } as const;
const status = { kind: 'practice', action: 'daily-status' } as const;

/** The command for a time and a zone, or the first mistake in them. */
export function toDailyPractice({
  time,
  zone = '',
  doubled,
  stray,
  ...others
}: DailyWords): DailyPracticeCommand | Mistake {
  const { days, topic, level, ping, thread = false } = others;
  if (time === undefined) return wrong('Daily practice needs a time of day.');
  const parsed = parseTime(time);
  if (doubled !== undefined) return wrong(`The ${doubled} is given twice; write it once.`);
  if (parsed === null) return wrong(`${quoted(time)} is not a time of day; write one from 00:00 to 23:59.`);
  if (days !== undefined) return wrong('Daily practice is for every day; it leaves out days on which nothing is due.');
  if (topic !== undefined || level !== undefined || ping !== undefined || thread || stray !== undefined) {
    return wrong('Daily practice has a time of day and a time zone, and nothing else: it asks what is due.');
  }
  return { kind: 'practice', action: 'daily-on', time: parsed, zoneText: zone.trim() };
}

/** The same for one text in place of the time, which may be `off` or `status` instead. */
export function readDailyPractice(text: string, zone: string): DailyPracticeCommand | Mistake {
  const typed = text.trim().toLowerCase();
  if (typed === 'status') return status;
  return typed === 'off' || offWords.includes(typed) ? off : toDailyPractice({ time: typed, zone });
}

function wrong(reason: string): Mistake {
  return mistake('practice', reason, example);
}
