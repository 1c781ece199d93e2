import { type Weekday, weekdays } from '../schedule/local-date.ts';

const names: readonly (readonly string[])[] = [
  ['mon', 'monday', 'mondays'],
  ['tue', 'tues', 'tuesday', 'tuesdays'],
  ['wed', 'weds', 'wednesday', 'wednesdays'],
  ['thu', 'thur', 'thurs', 'thursday', 'thursdays'],
  ['fri', 'friday', 'fridays'],
  ['sat', 'saturday', 'saturdays'],
  ['sun', 'sunday', 'sundays'],
];

const groups: ReadonlyMap<string, readonly Weekday[]> = new Map<string, readonly Weekday[]>([
  ...['daily', 'everyday', 'all'].map((word) => [word, weekdays] as const),
  ...['weekdays', 'weekday', 'workdays'].map((word) => [word, [1, 2, 3, 4, 5]] as const),
  ...['weekends', 'weekend'].map((word) => [word, [6, 7]] as const),
]);

const name = names.flat().join('|');
const everyName = new RegExp(String.raw`\b(?:every|each)\s+(?=(?:weekday|weekend|${name})\b)`, 'gi');
const range = new RegExp(
  String.raw`(?:\bfrom\s+)?\b(${name})\s*(?:[-–]|\b(?:to|through|until|till)\b)\s*(${name})\b`,
  'gi',
);
const lastOfList = new RegExp(String.raw`\b(${name}),?\s+and\s+(?=(?:${name})\b)`, 'gi');

/**
 * Replaces days written out in words with their short form: `every weekday`, `from Monday to Friday`, `mon and fri`.
 */
export function shortenDays(text: string): string {
  return text
    .replace(/\b(?:every|each)\s+day\b/gi, 'everyday')
    .replace(everyName, '')
    .replace(range, '$1-$2')
    .replace(lastOfList, '$1,');
}

/**
 * Parses days of the week: `weekdays`, `weekends`, `every day`, names and their abbreviations (`mon,wed,fri`) and
 * ranges (`mon-thu`, `from sat to mon`), separated by commas or spaces. Each day once, from Monday on; null if any part
 * is not a day.
 */
export function parseDays(text: string): readonly Weekday[] | null {
  const parts = shortenDays(text.toLowerCase())
    .split(/[\s,]+/)
    .filter((part) => part !== '');
  const days = parts.map(parsePart);
  const chosen = weekdays.filter((weekday) => days.some((part) => part?.includes(weekday)));
  return chosen.length === 0 || days.includes(null) ? null : chosen;
}

function parsePart(part: string): readonly Weekday[] | null {
  const group = groups.get(part);
  if (group !== undefined) return group;
  const ends = part.split(/[-–]/).map((end) => weekdays.find((weekday) => names[weekday - 1]?.includes(end)));
  const [first, last = first] = ends;
  if (first === undefined || last === undefined || ends.includes(undefined) || ends.length > 2) return null;
  return weekdays.filter((weekday) => (weekday - first + 7) % 7 <= (last - first + 7) % 7);
}
