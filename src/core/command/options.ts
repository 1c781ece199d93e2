import type { NamedTopic } from '../bank.ts';
import { bareId } from '../bank-name.ts';
import { interviewMinutes } from '../interview/interview.ts';
import { levels } from '../question.ts';
import { defaultSettings, fitting, settingBounds } from '../quiz/settings.ts';
import { periods } from '../schedule/period.ts';
import { practiceBounds } from './practice.ts';

/** A value as it is typed, and as people read it. */
export type Value = { readonly value: string; readonly label: string };

/**
 * An option of a command, by the name that stands before its colon. `whole`: a number, with a few that are often wanted; `one`
 * and `some`: one of the values, or several of them; `flag`: said by its name alone; `word`: free, without spaces.
 */
export type CommandOption = {
  readonly name: string;
  /** What it decides, in a few words. */
  readonly label: string;
} & (
  | {
      readonly kind: 'whole';
      readonly least: number;
      readonly most: number;
      readonly usual: readonly number[];
      /** What holds where none is said; absent where that is no number. */
      readonly standard?: number;
    }
  | { readonly kind: 'one' | 'some'; readonly values: readonly Value[] }
  | { readonly kind: 'flag' | 'time' | 'zone' | 'word' }
);

/** A command that takes options, by the words with which it begins; one that begins as another does stands before it. */
export const commandsWithOptions = [
  'quiz',
  'daily on',
  'practice daily',
  'practice',
  'interview',
  'random',
  'leaderboard',
] as const;

export type CommandWithOptions = (typeof commandsWithOptions)[number];

/** The options of a command for a bank with these topics, in the order in which they are best asked for. */
export function optionsOf(command: CommandWithOptions, topics: readonly NamedTopic[]): readonly CommandOption[] {
  const topic = topics.map(({ id, title }) => ({ value: bareId(id), label: title }));
  const level: CommandOption = { kind: 'one', name: 'level', label: 'Level', values: same(levels) };
  const oneTopic: CommandOption = { kind: 'one', name: 'topic', label: 'Topic', values: topic };
  const someTopics: CommandOption = { kind: 'some', name: 'topics', label: 'Topics', values: topic };
  switch (command) {
    case 'quiz':
      return [
        { ...count, ...settingBounds.count, standard: defaultSettings.count },
        { ...seconds, ...settingBounds.seconds, standard: defaultSettings.seconds },
        { kind: 'one', name: 'level', label: 'Level', values: same([...levels, fitting]) },
        { kind: 'whole', name: 'teams', label: 'Teams', ...settingBounds.teams, usual: [2, 3, 4] },
        { kind: 'whole', name: 'lobby', label: 'Minutes to join', ...settingBounds.lobby, usual: [1, 2, 5] },
        someTopics,
      ];
    case 'daily on':
      return [
        ...clock,
        { kind: 'some', name: 'days', label: 'Days', values: weekdayValues },
        oneTopic,
        level,
        { kind: 'flag', name: 'thread', label: 'Open a thread under each question' },
        // Last, since it may hold anything.
        { kind: 'word', name: 'ping', label: 'Whom to notify' },
      ];
    case 'practice daily':
      return clock;
    case 'practice':
      return [{ ...count, ...practiceBounds }, level, someTopics];
    case 'interview': {
      const { usual: standard, ...bounds } = interviewMinutes;
      const minutes = { kind: 'whole', name: 'minutes', label: 'Minutes', ...bounds, usual: [10, 15, 30] } as const;
      return [{ ...minutes, standard }, level, someTopics];
    }
    case 'random':
      return [oneTopic, level];
    case 'leaderboard':
      return [
        { kind: 'one', name: 'period', label: 'Since when', values: same(periods) },
        { kind: 'one', name: 'where', label: 'Where', values: same(['here', 'everywhere']) },
        { kind: 'flag', name: 'teams', label: 'Teams instead of people' },
      ];
  }
}

const count = { kind: 'whole', name: 'count', label: 'Questions', usual: [5, 10, 20] } as const;
const seconds = { kind: 'whole', name: 'seconds', label: 'Seconds for each', usual: [10, 20, 30] } as const;

const clock: readonly CommandOption[] = [
  { kind: 'time', name: 'time', label: 'Time' },
  { kind: 'zone', name: 'zone', label: 'Time zone' },
];

/** From Monday on. */
export const weekdayValues: readonly Value[] = [
  'Monday',
  'Tuesday',
  'Wednesday',
  'Thursday',
  'Friday',
  'Saturday',
  'Sunday',
].map((label) => ({ value: label.slice(0, 3).toLowerCase(), label }));

function same(values: readonly string[]): readonly Value[] {
  return values.map((value) => ({ value, label: value }));
}
