import type { ChatInputCommandInteraction } from 'discord.js';
import type { NamedTopic } from '../../../core/bank.ts';
import { type DailyCommand, dailyActions, toDailyOn } from '../../../core/command/daily.ts';
import { readDailyPractice } from '../../../core/command/daily-practice.ts';
import { toInterviewStart } from '../../../core/command/interview.ts';
import { toPracticeStart } from '../../../core/command/practice.ts';
import { toQuizStart } from '../../../core/command/quiz.ts';
import { readReminder } from '../../../core/command/reminder.ts';
import { toSeasonStart } from '../../../core/command/season.ts';
import { topicNamed } from '../../../core/command/topic-titles.ts';
import { isLevel, mistake } from '../../../core/command/words.ts';
import { type Command, parseCommand } from '../../../core/command.ts';
import { fitting } from '../../../core/quiz/settings.ts';
import { periods } from '../../../core/schedule/period.ts';
import {
  bankOption,
  dailyOption,
  exportOption,
  questionOption,
  quizTopics,
  remindOption,
  seasonOption,
} from './command-options.ts';
import { withoutCustomEmoji } from './custom-emoji.ts';

type Used = Pick<ChatInputCommandInteraction, 'commandName' | 'options' | 'guildId'>;

/**
 * Converts a command and its options; null for a command or sub-command that this bot does not have. Whatever the look-up
 * command was called when it was registered, it is known by its option.
 */
export function toCommand({ commandName, options, guildId }: Used, topics: readonly NamedTopic[]): Command | null {
  switch (commandName) {
    case 'daily':
      return toDaily({ options, guildId }, topics);
    case 'quiz':
      return toQuiz(options, topics);
    case 'practice':
      return toPractice(options, topics);
    case 'interview':
      return toInterviewStart({ ...whole(options, 'minutes'), ...filterOf(options, topics) }, topics);
    case 'remind':
      return readReminder(options.getString(remindOption) ?? 'status', options.getString('zone') ?? '');
    case 'leaderboard': {
      const period = periods.find((candidate) => candidate === options.getString('period')) ?? 'week';
      const everywhere = options.getString('where') === 'everywhere';
      return { kind: 'leaderboard', period, everywhere, teams: options.getBoolean('teams') ?? false };
    }
    case 'season': {
      const action = options.getSubcommand(false);
      if (action === 'start') return toSeasonStart((options.getString(seasonOption) ?? '').trim());
      return { kind: 'season', action: action === 'end' ? 'end' : 'show' };
    }
    case 'me': {
      const wish = options.getString(exportOption);
      return wish === 'anki' || wish === 'data' ? { kind: 'export', as: wish } : { kind: 'me' };
    }
    case 'forget-me':
    case 'suggest':
    case 'suggestions':
      return { kind: commandName };
    case 'bank': {
      const name = options.getString(bankOption.name)?.trim().toLowerCase() ?? '';
      return name === '' ? { kind: 'bank', action: 'status' } : { kind: 'bank', action: 'use', name };
    }
    default: {
      const asked = options.getString(questionOption.name);
      return asked === null ? null : parseCommand(withoutCustomEmoji(asked), topics);
    }
  }
}

function toDaily({ options, guildId }: Omit<Used, 'commandName'>, topics: readonly NamedTopic[]): Command | null {
  const action = options.getSubcommand(false);
  if (action !== 'on') {
    const known = dailyActions.find((candidate) => candidate === action);
    return known === undefined ? null : ({ kind: 'daily', action: known } satisfies DailyCommand);
  }
  const role = options.getRole('ping');
  if (role !== null && role.id === guildId) {
    return mistake('daily', '@everyone cannot be notified; choose a role.', 'daily on 09:00 Europe/Berlin ping:@team');
  }
  const topic = topicIn(options, 'topic', topics);
  const typed = {
    ...text(options, 'time'),
    ...text(options, 'zone'),
    ...text(options, 'days'),
    ...(topic === null ? {} : { topic }),
    ...text(options, 'level'),
    ...(role === null ? {} : { ping: `<@&${role.id}>` }),
    thread: options.getBoolean('thread') ?? false,
  };
  return toDailyOn(typed, topics);
}

function toPractice(options: Used['options'], topics: readonly NamedTopic[]): Command {
  const daily = options.getString(dailyOption);
  if (daily !== null) return readDailyPractice(daily, options.getString('zone') ?? '');
  return toPracticeStart({ ...whole(options, 'count'), ...filterOf(options, topics) }, topics);
}

function toQuiz(options: Used['options'], topics: readonly NamedTopic[]): Command | null {
  const action = options.getSubcommand(false);
  if (action !== 'start') {
    const known = (['pause', 'resume', 'skip', 'stop', 'results'] as const).find((candidate) => candidate === action);
    return known === undefined ? null : { kind: 'quiz', action: known };
  }
  const settings = {
    ...whole(options, 'count'),
    ...filterOf(options, topics),
    ...(options.getString('level') === fitting ? { level: fitting as typeof fitting } : {}),
    ...whole(options, 'seconds'),
    ...whole(options, 'lobby'),
    ...whole(options, 'teams'),
  };
  return toQuizStart(settings, topics);
}

/** The topics and the level of a quiz or of practice. */
function filterOf(options: Used['options'], topics: readonly NamedTopic[]) {
  const chosen = quizTopics.flatMap((name) => topicIn(options, name, topics) ?? []);
  const level = options.getString('level') ?? '';
  return { topics: [...new Set(chosen)], ...(isLevel(level) ? { level } : {}) };
}

/** A topic by its id where it was chosen or is known by its title, else what was typed; null where there is none. */
function topicIn(options: Used['options'], name: string, topics: readonly NamedTopic[]): string | null {
  const value = options.getString(name);
  return value === null ? null : (topicNamed(value, topics) ?? value);
}

function text<Name extends string>(options: Used['options'], name: Name): { readonly [_ in Name]?: string } {
  const value = options.getString(name);
  return value === null ? {} : ({ [name]: value } as { readonly [_ in Name]: string });
}

function whole<Name extends string>(options: Used['options'], name: Name): { readonly [_ in Name]?: number } {
  const value = options.getInteger(name);
  return value === null ? {} : ({ [name]: value } as { readonly [_ in Name]: number });
}
