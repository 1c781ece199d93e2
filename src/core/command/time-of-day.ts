import type { TimeOfDay } from '../schedule/occurrence.ts';

/** Reads a time of day: `9`, `09:00`, `9.30`, `21h30`, `9am`, `9:30 p.m.`, `noon`, `midnight`; null if it is none. */
export function parseTime(text: string): TimeOfDay | null {
  const typed = text.trim().toLowerCase();
  if (typed === 'noon') return { hour: 12, minute: 0 };
  if (typed === 'midnight') return { hour: 0, minute: 0 };
  const [, hours, minutes = '0', half] = /^(\d{1,2})(?:[:.h](\d{2})|h)? ?(?:([ap])\.?m\.?)?$/.exec(typed) ?? [];
  if (hours === undefined) return null;
  const minute = Number(minutes);
  const hour = half === undefined ? Number(hours) : onTwelveHourClock(Number(hours), half === 'p');
  return hour === null || hour > 23 || minute > 59 ? null : { hour, minute };
}

function onTwelveHourClock(hour: number, afternoon: boolean): number | null {
  if (hour < 1 || hour > 12) return null;
  return (hour % 12) + (afternoon ? 12 : 0);
}
