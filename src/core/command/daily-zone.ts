import type { NamedTopic } from '../bank.ts';
import { readTimeZone, type TimeZoneReading } from '../schedule/time-zones.ts';
import type { ZoneRules } from '../schedule/zone-rules.ts';
import { strayWords } from './daily.ts';
import { type Mistake, wordsOf } from './words.ts';

/**
 * Reads the zone of `daily on` from all the words that fit no other field, which takes the rules; `now` in UTC ms.
 * Words next to the full name of a zone (`Europe/Berlin please`) are a mistake, and the message names them.
 */
export function readDailyZone(
  text: string,
  rules: ZoneRules,
  now: number,
  topics: readonly NamedTopic[],
): TimeZoneReading | Mistake {
  const reading = readTimeZone(text, rules, now);
  if (reading.kind === 'zone') return reading;
  const words = wordsOf(text);
  const whole = longestName(words, rules);
  return whole === null ? reading : strayWords(words.filter((word) => !whole.includes(word)).join(' '), topics);
}

/** The longest run of words that is the name of a zone with its region, or null. */
function longestName(words: readonly string[], rules: ZoneRules): readonly string[] | null {
  for (let length = words.length - 1; length > 0; length -= 1) {
    const starts = Array.from({ length: words.length - length + 1 }, (_, start) => start);
    const runs = starts.map((start) => words.slice(start, start + length));
    const found = runs.find(
      (run) => run.join('').includes('/') && rules.resolve(run.join('_').replace(/_?\/_?/g, '/')) !== null,
    );
    if (found !== undefined) return found;
  }
  return null;
}
