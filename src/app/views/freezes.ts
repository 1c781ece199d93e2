import type { CardNode } from '../../core/card.ts';
import { muted } from '../../core/card.ts';
import { dateOf } from '../../core/daily/post-key.ts';
import type { Streak } from '../../core/daily/streak.ts';
import { freezesLeft } from '../../core/daily/streak.ts';
import { dayOf, monthNameOf } from './dates.ts';
import { grouped, inWords } from './numbers.ts';

/** With an answer: that freezes have kept the streak until then; nothing where none were needed. */
export function bridgedLine(streak: Streak | null): readonly CardNode[] {
  if (streak === null || streak.bridged.length === 0) return [];
  return [muted(`${keptBy(streak.bridged)} kept your streak, ${left(streak, streak.until)}.`)];
}

/** What one's own record says of freezes on a local date of the channel; null while there is no streak to keep. */
export function freezesText(streak: Streak, today: string): string | null {
  if (streak.current === 0) return null;
  if (streak.kept.length > 0) {
    return `${keptBy(streak.kept)} kept your streak of ${grouped(streak.current)}, ${left(streak, today)}`;
  }
  const count = freezesLeft(streak, today);
  if (count === 0) return `none left in ${monthNameOf(today)}: the next question you miss ends your streak`;
  return `${count} left in ${monthNameOf(today)}; one keeps your streak by itself when you miss a question`;
}

/** `A freeze for 24 November`, `2 freezes for 24 November and 25 November`. */
function keptBy(dates: readonly string[]): string {
  const days = inWords(dates.map((key) => dayOf(dateOf(key))));
  return `${dates.length === 1 ? 'A freeze' : `${dates.length} freezes`} for ${days}`;
}

/** `and 1 is left in November`. */
function left(streak: Streak, date: string): string {
  const count = freezesLeft(streak, date);
  return `and ${count === 0 ? 'none' : count} ${count === 2 ? 'are' : 'is'} left in ${monthNameOf(date)}`;
}
