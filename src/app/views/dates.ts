/** `25 November` of a date such as 2026-11-25. */
export function dayOf(date: string): string {
  return `${Number(date.slice(8, 10))} ${monthNameOf(date)}`;
}

/** `November`, of the same. */
export function monthNameOf(date: string): string {
  return months[Number(date.slice(5, 7)) - 1] ?? '';
}

const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];
