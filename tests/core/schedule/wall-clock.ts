/**
 * What the schedule is checked against: finds instants by trying every offset that a zone can have and asking Intl
 * what the clocks show then. Slow, simple, and without Temporal.
 */
const quarter = 15 * 60 * 1000;
const day = 24 * 60 * 60 * 1000;
const formats = new Map<string, Intl.DateTimeFormat>();

/** What the clocks of a zone show at an instant (UTC ms), as the UTC instant at which clocks in UTC show the same. */
export function wallClock(instant: number, zone: string): number {
  const format = formats.get(zone) ?? new Intl.DateTimeFormat('en-US', options(zone));
  formats.set(zone, format);
  const parts = new Map(format.formatToParts(instant).map(({ type, value }) => [type, Number(value)]));
  const [year = 0, month = 1, date = 1, hour = 0, minute = 0] = ['year', 'month', 'day', 'hour', 'minute'].map((type) =>
    parts.get(type as Intl.DateTimeFormatPartTypes),
  );
  return Date.UTC(year, month - 1, date, hour, minute);
}

/** The first instant at which the clocks show it; if they jump over it, as much later as they jump. */
export function firstInstant(wall: number, zone: string): number {
  for (let instant = wall - 15 * 60 * 60 * 1000; instant <= wall + 15 * 60 * 60 * 1000; instant += quarter) {
    if (wallClock(instant, zone) === wall) return instant;
  }
  const before = wallClock(wall - day, zone) - (wall - day);
  return wall - before;
}

function options(timeZone: string): Intl.DateTimeFormatOptions {
  const two = '2-digit';
  return { timeZone, hourCycle: 'h23', year: 'numeric', month: two, day: two, hour: two, minute: two };
}
