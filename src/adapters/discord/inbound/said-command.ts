import { clockOf } from '../../../app/views/daily-settings.ts';
import type { Subject } from '../../../core/bank.ts';
import type { Rich } from '../../../core/card.ts';
import type { DailyRequest } from '../../../core/command/daily.ts';
import type { InterviewWish } from '../../../core/command/interview.ts';
import type { PracticeCommand, PracticeWish } from '../../../core/command/practice.ts';
import type { QuizRequest } from '../../../core/command/quiz.ts';
import type { ReminderCommand } from '../../../core/command/reminder.ts';
import { isReminder } from '../../../core/command/reminder.ts';
import { parseCommand } from '../../../core/command.ts';
import { dailyDefaults } from '../../../core/daily/settings.ts';
import { settingBounds } from '../../../core/quiz/settings.ts';
import {
  bankOption,
  dailyOption,
  exportOption,
  questionOption,
  quizTopics,
  remindOption,
  seasonOption,
} from './command-options.ts';

/** A registered command, with its sub-command, and what is filled into its options, as Discord shows them. */
type Used = { readonly name: string; readonly sub?: string; readonly options?: readonly Option[] };

type Option = readonly [name: string, value: string | number];

const shortDays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];

/**
 * A hint of what to type as it is typed on Discord: the command to press, if its id is known, and the options behind it.
 * A press cannot fill in options (https://discord.com/developers/docs/reference#message-formatting-formats).
 */
export function sayCommand(text: string, subject: Subject, ids: ReadonlyMap<string, string>): Rich {
  const { name, sub, options = [] } = usedFor(text, subject);
  const path = sub === undefined ? name : `${name} ${sub}`;
  const filled = options.map(([option, value]) => `${option}:${value}`).join(' ');
  const handle = ids.get(name);
  if (handle === undefined) return [{ kind: 'code', text: `/${path} ${filled}`.trim() }];
  const command = { kind: 'command', text: path, handle } as const;
  return filled === '' ? [command] : [command, { kind: 'text', text: ' ' }, { kind: 'code', text: filled }];
}

/** What has no command of its own, such as `topics`, is typed into the look-up command. */
function usedFor(text: string, { command: lookUp, topics: own, others = [] }: Subject): Used {
  // A hint may be about any bank: nobody knows here which channel reads it.
  const topics = [...own, ...others];
  const command = parseCommand(text, topics);
  // Where there is one bank nobody has such a command, and it is typed as the rest.
  if (command.kind === 'bank' && others.length > 0) {
    return { name: 'bank', options: command.action === 'use' ? [[bankOption.name, command.name]] : [] };
  }
  const titleOf = (id: string) => topics.find((topic) => topic.id === id)?.title ?? id;
  switch (command.kind) {
    case 'daily':
      if (isReminder(command)) return { name: 'remind', options: reminderOptions(command) };
      return command.action === 'on'
        ? { name: 'daily', sub: 'on', options: dailyOptions(command.settings, titleOf) }
        : { name: 'daily', sub: command.action };
    case 'quiz':
      return command.action === 'start'
        ? { name: 'quiz', sub: 'start', options: quizOptions(command.settings, titleOf) }
        : { name: 'quiz', sub: command.action };
    case 'practice':
      return { name: 'practice', options: practiceOptions(command, titleOf) };
    case 'interview':
      // There is a button for the end.
      return { name: 'interview', options: command.action === 'start' ? interviewOptions(command.wish, titleOf) : [] };
    case 'leaderboard': {
      const { period, everywhere, teams } = command;
      return {
        name: 'leaderboard',
        options: [
          ...(period === 'week' ? [] : [['period', period] as const]),
          ...(everywhere ? [['where', 'everywhere'] as const] : []),
          ...(teams ? [['teams', 'True'] as const] : []),
        ],
      };
    }
    case 'season':
      return command.action === 'start'
        ? { name: 'season', sub: 'start', options: [[seasonOption, command.name]] }
        : { name: 'season', sub: command.action === 'end' ? 'end' : 'board' };
    case 'export':
      return { name: 'me', options: [[exportOption, command.as]] };
    case 'me':
    case 'forget-me':
    case 'suggest':
    case 'suggestions':
      return { name: command.kind };
    default:
      return { name: lookUp, options: text === '' ? [] : [[questionOption.name, text]] };
  }
}

type TitleOf = (id: string) => string;

function practiceOptions(command: PracticeCommand, titleOf: TitleOf): readonly Option[] {
  switch (command.action) {
    case 'start':
      return filterOptions(command.wish, titleOf);
    case 'stop':
      // There is a button for the end.
      return [];
    case 'daily-on':
      return [
        [dailyOption, clockOf(command.time)],
        ...(command.zoneText === '' ? [] : [['zone', command.zoneText] as const]),
      ];
    case 'daily-off':
      return [[dailyOption, 'off']];
    case 'daily-status':
      return [[dailyOption, 'status']];
  }
}

function interviewOptions(wish: InterviewWish, titleOf: TitleOf): readonly Option[] {
  const { minutes } = wish;
  return [...(minutes === undefined ? [] : [['minutes', minutes] as const]), ...filterOptions(wish, titleOf)];
}

function reminderOptions(command: ReminderCommand): readonly Option[] {
  if (command.action !== 'remind-on') return [[remindOption, command.action === 'remind-off' ? 'off' : 'status']];
  const { time, zoneText } = command;
  return [[remindOption, clockOf(time)], ...(zoneText === '' ? [] : [['zone', zoneText] as const])];
}

function dailyOptions(settings: DailyRequest, titleOf: TitleOf): readonly Option[] {
  const { time, zoneText, days, topic, level, thread, ping } = settings;
  const isEveryDay = days.length === dailyDefaults.days.length;
  return [
    ['time', clockOf(time)],
    ...(zoneText === '' ? [] : [['zone', zoneText] as const]),
    ...(isEveryDay ? [] : [['days', inWords(days)] as const]),
    ...(topic === undefined ? [] : [['topic', titleOf(topic)] as const]),
    ...(level === undefined ? [] : [['level', level] as const]),
    ...(thread ? [['thread', 'True'] as const] : []),
    ...(ping === null ? [] : [['ping', ping] as const]),
  ];
}

function inWords(days: readonly number[]): string {
  return days.join('') === '12345' ? 'weekdays' : days.map((day) => shortDays[day - 1]).join(',');
}

function quizOptions(settings: QuizRequest, titleOf: TitleOf): readonly Option[] {
  const { seconds, lobby, teams } = settings;
  return [
    ...filterOptions(settings, titleOf),
    ...(seconds === undefined ? [] : [['seconds', seconds] as const]),
    ...(lobby === undefined ? [] : [['lobby', lobby] as const]),
    ...(teams === undefined ? [] : [['teams', teams === 'default' ? settingBounds.teams.least : teams] as const]),
  ];
}

type Filter = Pick<PracticeWish | QuizRequest, 'count' | 'topics' | 'level'>;

/** Topics beyond those that there are options for are left out. */
function filterOptions({ count, topics, level }: Filter, titleOf: TitleOf): readonly Option[] {
  return [
    ...(count === undefined ? [] : [['count', count] as const]),
    ...quizTopics.flatMap((name, index): readonly Option[] => {
      const topic = topics[index];
      return topic === undefined ? [] : [[name, titleOf(topic)]];
    }),
    ...(level === undefined ? [] : [['level', level] as const]),
  ];
}
