/** The offset (ms ahead of UTC) at an instant (UTC ms). */
type Rule = (instant: number) => number;

/** Midnight of a day of a year, as if clocks showed UTC, in ms. */
type DayOf = (year: number) => number;

const second = 1000;
const hour = 3600 * second;
const day = 24 * hour;

/**
 * Parses the footer of a TZif file, the rule that applies after its last change: the TZ variable of POSIX.1-2017,
 * section 8.3, with hours up to 167 as in RFC 9636, section 3.3.2 (`CET-1CEST,M3.5.0,M10.5.0/3`). Null if it is
 * invalid.
 */
export function parsePosixRule(text: string): Rule | null {
  const name = '(?:[A-Za-z]{3,}|<[A-Za-z0-9+-]{3,}>)';
  const time = String.raw`[+-]?\d{1,3}(?::\d{2}){0,2}`;
  const date = String.raw`(J?\d{1,3}|M\d{1,2}\.\d\.\d)(?:/(${time}))?`;
  const form = new RegExp(`^${name}(${time})(?:${name}(${time})?,${date},${date})?$`);
  const [, west, westInSummer, start, startTime = '2', end, endTime = '2'] = form.exec(text) ?? [];
  if (west === undefined) return null;
  const standard = 0 - toMs(west);
  if (start === undefined || end === undefined) return () => standard;
  const summer = westInSummer === undefined ? standard + hour : 0 - toMs(westInSummer);
  const [startDay, endDay] = [parseDay(start), parseDay(end)];
  if (startDay === null || endDay === null) return null;
  const changesOf = (year: number) => [
    { at: endDay(year) + toMs(endTime) - summer, offset: standard },
    { at: startDay(year) + toMs(startTime) - standard, offset: summer },
  ];
  return (instant) => {
    const year = new Date(instant + standard).getUTCFullYear();
    // If both fall together, the start wins: that is how permanent daylight saving time is written.
    const changes = [year - 1, year, year + 1].flatMap(changesOf).toSorted((one, other) => one.at - other.at);
    return changes.findLast(({ at }) => at <= instant)?.offset ?? standard;
  };
}

/** `M3.5.0` (the last Sunday of March), `J60` (1 March in every year), `59` (the 60th day, leap days counted). */
function parseDay(text: string): DayOf | null {
  const [, month, week, weekday] = /^M(\d+)\.(\d)\.(\d)$/.exec(text)?.map(Number) ?? [];
  if (month === undefined || week === undefined || weekday === undefined) return parseNumberedDay(text);
  if (month < 1 || month > 12 || week < 1 || week > 5 || weekday > 6) return null;
  return (year) => {
    const first = Date.UTC(year, month - 1, 1);
    const length = new Date(Date.UTC(year, month, 0)).getUTCDate();
    const date = 1 + ((weekday - new Date(first).getUTCDay() + 7) % 7) + (week - 1) * 7;
    return first + (date > length ? date - 8 : date - 1) * day;
  };
}

function parseNumberedDay(text: string): DayOf | null {
  const number = Number(text.replace('J', ''));
  if (number > 365 || (text.startsWith('J') && number < 1)) return null;
  if (!text.startsWith('J')) return (year) => Date.UTC(year, 0, 1) + number * day;
  // A year that is not a leap year gives the date.
  const inPlainYear = new Date(Date.UTC(2001, 0, number));
  return (year) => Date.UTC(year, inPlainYear.getUTCMonth(), inPlainYear.getUTCDate());
}

/** `-3:30` and `167` in ms. */
function toMs(text: string): number {
  const [hours = 0, minutes = 0, seconds = 0] = text.replace(/^[+-]/, '').split(':').map(Number);
  return (text.startsWith('-') ? -1 : 1) * (hours * hour + minutes * 60 * second + seconds * second);
}
