import type { Card } from '../../core/card.ts';
import { paragraph } from '../../core/card.ts';
import type { Occurrence } from '../../core/schedule/occurrence.ts';
import { buttonId } from '../dispatch/button.ts';
import { waitsFor, weekdayOf, yourTime } from './daily-settings.ts';
import { dayOf } from './dates.ts';
import { inWords } from './numbers.ts';

/** One date is skipped; it can be unskipped until its time has come. */
export function dailySkippedCard(date: string, next: Occurrence | null): Card {
  return {
    title: `No daily question on ${dayOf(date)}`,
    body: [nextLine(next), { kind: 'actions', actions: [{ id: buttonId('unskip', date), label: 'Take that back' }] }],
  };
}

/** A date is no longer skipped; `left`: the dates that still are. */
export function dailyUnskippedCard(date: string, next: Occurrence | null, left: readonly string[]): Card {
  return {
    tone: 'good',
    title: `The daily question of ${dayOf(date)} comes after all`,
    body: [nextLine(next), ...(left.length === 0 ? [] : [paragraph(`Still left out: ${datesInWords(left)}.`)])],
  };
}

/** That date is not skipped: `asked` for by a button, or null for the last one skipped. */
export function dailyNotSkippedCard(asked: string | null, next: Occurrence | null): Card {
  return {
    tone: 'notice',
    title: asked === null ? 'No date is left out' : 'Too late, or taken back already',
    body: [
      ...(asked === null ? [] : [paragraph(`There is nothing to take back for ${dayOf(asked)}.`)]),
      nextLine(next),
    ],
  };
}

function datesInWords(dates: readonly string[]): string {
  return inWords(dates.map(dayOf));
}

/** Null: nothing is planned after it. */
function nextLine(next: Occurrence | null) {
  return next === null
    ? paragraph('The next one waits: ', waitsFor, '.')
    : paragraph(`The next one comes on ${weekdayOf(next.date)} `, ...yourTime(next.at), '.');
}
