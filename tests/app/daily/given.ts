import { expect } from 'vitest';
import type { Question } from '../../../src/core/question.ts';
import { bank } from '../../search/bank.ts';
import type { House } from '../house.ts';
import { openHouse, standingClock } from '../house.ts';
import { wordsOf } from '../words-of.ts';
import { at, dayOf, posts } from './place.ts';

/** An instant that comes (`2026-11-02T08:00:00Z`), a command that somebody types, or whatever else is done to the house. */
export type Happening = string | ((house: House) => unknown);

/** A channel through the days. What is said goes one after another; nothing is looked at before `over` is awaited. */
export type Days = {
  readonly when: (...happenings: readonly Happening[]) => Days;
  /** The questions of these days have been posted, and no others: `2 November`. */
  readonly thenPosted: (...days: readonly string[]) => Days;
  /** Since `when` no question was posted. */
  readonly thenNothingHappens: () => Days;
  /** The last command was answered with this in its title or words. */
  readonly thenSaid: (...words: readonly string[]) => Days;
  readonly over: () => Promise<House>;
};

/** A channel at an instant, with a command typed in it: `given('2026-11-02T07:00:00Z', 'daily on 08:00 Etc/UTC')`. */
export function given(instant: string, command: string | null, questions: readonly Question[] = bank): Days {
  let said = '';
  let before = 0;
  const steps: (readonly [label: string, step: (house: House) => unknown])[] = [];
  const then = (label: string, step: (house: House) => unknown) => {
    steps.push([label, step]);
    return days;
  };
  const type = async (house: House, text: string) => {
    said = wordsOf((await house.command(text)).card);
  };
  const happen = (house: House, happening: Happening) => {
    if (typeof happening !== 'string') return happening(house);
    return /^\d{4}-/.test(happening) ? at(house, happening) : type(house, happening);
  };
  const days: Days = {
    when: (...happenings) => {
      then('when', (house) => {
        before = posts(house).length;
      });
      for (const happening of happenings) then(`when ${happening}`, (house) => happen(house, happening));
      return days;
    },
    thenPosted: (...wanted) =>
      then(`then ${wanted}`, (house) => expect(posts(house).map(({ card }) => dayOf(card))).toEqual(wanted)),
    thenNothingHappens: () => then('then nothing happens', (house) => expect(posts(house)).toHaveLength(before)),
    thenSaid: (...words) =>
      then(`then ${words}`, () => {
        for (const part of words) expect(said).toContain(part);
      }),
    over: async () => {
      const house = await openHouse(standingClock(Date.parse(instant)), questions);
      if (command !== null) await type(house, command);
      for (const [label, step] of steps) {
        try {
          await step(house);
        } catch (error) {
          if (error instanceof Error) error.message = `${label}: ${error.message}`;
          throw error;
        }
      }
      return house;
    },
  };
  return days;
}
