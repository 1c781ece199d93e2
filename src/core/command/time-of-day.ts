import type { TimeOfDay } from '../schedule/local-time.ts';

/**
 * Parses a time of day: `9`, `09:00`, `9.30`, `0900`, `21h30`, `9am`, `9:30 p.m.`, `noon`, `midnight`, also in the
 * full-width characters of East Asian keyboards (`０９：００`); null if it is not one.
 */
export function parseTime(text: string): TimeOfDay | null {
  const typed = text.normalize('NFKC').trim().toLowerCase();
  if (typed === 'noon') return { hour: 12, minute: 0 };
  if (typed === 'midnight') return { hour: 0, minute: 0 };
  const [, hours, minutes = '0', half] = form.exec(typed.replace(/^(\d{1,2})(\d{2})(?!\d)/, '$1:$2')) ?? [];
  if (hours === undefined) return null;
  const minute = Number(minutes);
  const hour = half === undefined ? Number(hours) : onTwelveHourClock(Number(hours), half === 'p');
  return hour === null || hour > 23 || minute > 59 ? null : { hour, minute };
}

/**
 * Hours, then minutes after a separator or `h`, seconds that are zero (as some platforms' forms write them), and am or
 * pm.
 */
const form = /^(\d{1,2})(?:[:.,h](\d{2})(?::00)?h?|h)? ?(?:([ap])\.?m\.?)?$/;

function onTwelveHourClock(hour: number, afternoon: boolean): number | null {
  if (hour < 1 || hour > 12) return null;
  return (hour % 12) + (afternoon ? 12 : 0);
}
