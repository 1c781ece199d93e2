import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { composeCommand } from '../../../src/core/command/compose.ts';
import { toDailyOn } from '../../../src/core/command/daily.ts';
import type { CommandWithOptions } from '../../../src/core/command/options.ts';
import { optionsOf } from '../../../src/core/command/options.ts';
import { toPracticeStart } from '../../../src/core/command/practice.ts';
import { toQuizStart } from '../../../src/core/command/quiz.ts';
import { levels } from '../../../src/core/question.ts';
import { settingBounds } from '../../../src/core/quiz/settings.ts';
import { familiarPlaces } from '../../../src/core/schedule/familiar-zones.ts';
import { periods } from '../../../src/core/schedule/period.ts';
import { runs } from '../../corpora/runs.ts';
import { commandOf, topics } from '../command-of.ts';

type Chosen = Readonly<Record<string, unknown>>;

/** What a command is that was composed of these values; a list is several, and nothing is none. */
function composed(command: CommandWithOptions, chosen: Chosen) {
  const values = Object.entries(chosen).map(([name, value]) => [
    name,
    value === undefined ? [] : [value].flat().map(String),
  ]);
  return commandOf(composeCommand(command, optionsOf(command, topics), Object.fromEntries(values)));
}

/** Without what was not said, as the parsers put it. */
function said<T extends object>(settings: T): Said<T> {
  return Object.fromEntries(Object.entries(settings).filter(([, value]) => value !== undefined)) as Said<T>;
}

type Said<T> = { [K in keyof T as undefined extends T[K] ? never : K]: T[K] } & {
  [K in keyof T as undefined extends T[K] ? K : never]?: Exclude<T[K], undefined>;
};

const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined });
const whole = ({ least, most }: { least: number; most: number }) =>
  maybe(fc.integer({ min: least - 3, max: most + 3 }));
const level = maybe(fc.constantFrom(...levels));
const ids = topics.map(({ id }) => id);
const someTopics = fc.uniqueArray(fc.constantFrom(...ids));
const two = (number: number) => String(number).padStart(2, '0');

describe('a command composed of what was chosen in a form', () => {
  it('is the quiz with these settings, or the mistake in them', () => {
    const { count, seconds, teams, lobby } = settingBounds;
    const settings = fc.record({
      ...{ count: whole(count), seconds: whole(seconds), teams: whole(teams), lobby: whole(lobby) },
      ...{ level, topics: someTopics },
    });
    fc.assert(
      fc.property(settings, (chosen) => {
        expect(composed('quiz', chosen)).toEqual(toQuizStart(said(chosen), topics));
      }),
      runs(300),
    );
  });

  it('is the practice with this wish, or the mistake in it', () => {
    const wish = fc.record({ count: maybe(fc.integer({ min: -2, max: 60 })), level, topics: someTopics });
    fc.assert(
      fc.property(wish, (chosen) => {
        expect(composed('practice', chosen)).toEqual(toPracticeStart(said(chosen), topics));
      }),
      runs(300),
    );
  });

  it('is the daily question with these settings', () => {
    const zones = [...new Set([...familiarPlaces.values()].flat()), 'New York', 'UTC', ''];
    const settings = fc.record({
      time: fc.tuple(fc.nat(23), fc.nat(59)).map(([hour, minute]) => `${two(hour)}:${two(minute)}`),
      zone: fc.constantFrom(...zones),
      days: fc.uniqueArray(fc.constantFrom('mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun')),
      topic: maybe(fc.constantFrom(...ids)),
      level,
      thread: fc.boolean(),
      ping: maybe(fc.stringMatching(/^[@\p{L}<>:,.-]{1,12}$/u)),
    });
    fc.assert(
      fc.property(settings, ({ days, thread, ...chosen }) => {
        const words = { ...chosen, ...(days.length === 0 ? {} : { days: days.join(',') }), thread };
        expect(composed('daily on', { ...chosen, days, thread: thread ? 'on' : undefined })).toEqual(
          toDailyOn(said(words), topics),
        );
      }),
      runs(300),
    );
  });

  it('is the random question and the leaderboard that were chosen', () => {
    for (const one of [undefined, ...levels]) {
      const random = said({ kind: 'random', topic: 'vision', level: one });
      expect(composed('random', { topic: 'vision', level: one })).toEqual(random);
    }
    for (const period of periods) {
      for (const where of ['here', 'everywhere']) {
        const board = { kind: 'leaderboard', period, everywhere: where === 'everywhere', teams: true };
        expect(composed('leaderboard', { period, where, teams: 'on' })).toEqual(board);
      }
    }
  });
});

describe('options by name', () => {
  it.each(['quiz count: 10 seconds: 20 level: hard teams: 3', 'quiz seconds:20s, level:hard, teams:3 10 questions'])(
    'are the same as without: %s',
    (text) => expect(commandOf(text)).toEqual(commandOf('quiz 10 20s hard teams 3')),
  );

  it('leave a question about such words a question', () => {
    expect(commandOf('quiz me: what does level: mean in a topic?').kind).toBe('ask');
  });
});
