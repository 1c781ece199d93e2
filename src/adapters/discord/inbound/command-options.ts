import type {
  APIApplicationCommandOption,
  APIApplicationCommandOptionChoice,
  APIApplicationCommandStringOption,
  APIApplicationCommandSubcommandOption,
} from 'discord.js';
import { ApplicationCommandOptionType } from 'discord.js';
import type { NamedTopic, Subject } from '../../../core/bank.ts';
import { practiceBounds } from '../../../core/command/practice.ts';
import { longestSeason } from '../../../core/command/season.ts';
import { interviewMinutes } from '../../../core/interview/interview.ts';
import { levels } from '../../../core/question.ts';
import { fitting, settingBounds } from '../../../core/quiz/settings.ts';
import { periods } from '../../../core/schedule/period.ts';

/**
 * Discord allows options of 6,000 characters (https://discord.com/developers/docs/interactions/application-commands);
 * no question is that long.
 */
const longestQuestion = 1000;
const longestZone = 100;
const longestTopic = 100;

/** The text after the look-up command; titles of questions are suggested while typing, but any text will do. */
export const questionOption = {
  type: ApplicationCommandOptionType.String,
  name: 'question',
  description: 'What do you want to know?',
  required: true,
  autocomplete: true,
  max_length: longestQuestion,
} satisfies APIApplicationCommandStringOption;

/** The time zone of a daily question, with suggestions while typing. */
export const zoneOption = {
  type: ApplicationCommandOptionType.String,
  name: 'zone',
  description: 'The time zone by its city, for instance Europe/Berlin; left out, you are asked',
  autocomplete: true,
  max_length: longestZone,
} satisfies APIApplicationCommandStringOption;

const levelOption = choice('level', 'Only questions of this level', sameAsShown(levels));

/** Topics of a quiz or of practice; each may be left out. */
export const quizTopics = ['topic', 'topic-2', 'topic-3'] as const;

const topicOptions = (subject: Subject) =>
  quizTopics.map((name, index) =>
    topicOption(name, index === 0 ? 'Only questions on this topic' : 'And on this one', subject),
  );

/**
 * Where there is one bank its topics are to choose from. Where there are several, those of the channel's bank are suggested, since
 * one list stands for all channels.
 */
function topicOption(
  name: string,
  description: string,
  { topics, others }: Subject,
): APIApplicationCommandStringOption {
  if (others === undefined) return choice(name, description, byTitle(topics));
  return { type: ApplicationCommandOptionType.String, name, description, autocomplete: true, max_length: longestTopic };
}

/** Of `/bank`: which one the channel shall use. */
export const bankOption = {
  type: ApplicationCommandOptionType.String,
  name: 'use',
  description: 'Use this bank here from now on; left out, you see which there are',
  autocomplete: true,
  max_length: longestTopic,
} satisfies APIApplicationCommandStringOption;

/** `/daily on|off|now|skip|unskip|status` */
export const dailyOptions = (subject: Subject): APIApplicationCommandSubcommandOption[] => [
  subcommand('on', 'Post a question every day, or change when', [
    {
      type: ApplicationCommandOptionType.String,
      name: 'time',
      description: 'When, for instance 09:00 or 9:30 am',
      required: true,
      max_length: 20,
    },
    zoneOption,
    {
      type: ApplicationCommandOptionType.String,
      name: 'days',
      description: 'Which days, for instance weekdays, every day or mon,wed,fri',
      max_length: 100,
    },
    topicOption('topic', 'Only questions on this topic', subject),
    levelOption,
    {
      type: ApplicationCommandOptionType.Boolean,
      name: 'thread',
      description: 'Open a thread for discussion under each question',
    },
    { type: ApplicationCommandOptionType.Role, name: 'ping', description: 'A role to notify of each question' },
  ]),
  subcommand('off', 'Stop the daily question of this channel'),
  subcommand('now', 'Post a question now; for practice if today has one of its own'),
  subcommand('skip', 'Leave out the next question'),
  subcommand('unskip', 'Take back the last question that was left out'),
  subcommand('status', 'When the next question comes, and how it goes'),
];

/** `/quiz start|pause|resume|skip|stop|results` */
export const quizOptions = (subject: Subject): APIApplicationCommandSubcommandOption[] => [
  subcommand('start', 'Open a quiz for everybody in this channel', [
    whole('count', 'How many questions', settingBounds.count),
    ...topicOptions(subject),
    choice(
      'level',
      'Only questions of this level; fitting: 7 in 10 here will be right',
      sameAsShown([...levels, fitting]),
    ),
    whole('seconds', 'How many seconds for each question', settingBounds.seconds),
    whole('teams', 'Play in so many teams', settingBounds.teams),
    whole('lobby', 'For how many minutes people can join first', settingBounds.lobby),
  ]),
  subcommand('pause', 'Pause the quiz of this channel'),
  subcommand('resume', 'Go on with the quiz of this channel'),
  subcommand('skip', 'Skip the question that is being asked'),
  subcommand('stop', 'End the quiz of this channel'),
  subcommand('results', 'What everybody answered in the last quiz that you started here, as a file'),
];

/** Of `/practice`: when it comes by itself. */
export const dailyOption = 'daily';

/** Of `/remind`: when. */
export const remindOption = 'at';

/** `/remind` */
export const remindOptions: APIApplicationCommandOption[] = [
  {
    type: ApplicationCommandOptionType.String,
    name: remindOption,
    description: 'At which time, for instance 20:00; or off, or status',
    required: true,
    max_length: 20,
  },
  { ...zoneOption, description: 'The time zone by its city, for instance Europe/Berlin' },
];

/** `/practice` */
export const practiceOptions = (subject: Subject): APIApplicationCommandOption[] => [
  whole('count', 'How many questions', practiceBounds),
  ...topicOptions(subject),
  levelOption,
  {
    type: ApplicationCommandOptionType.String,
    name: dailyOption,
    description: 'Instead, every day by direct message: at which time, for instance 08:00; or off, or status',
    max_length: 20,
  },
  { ...zoneOption, description: 'With daily: the time zone by its city, for instance Europe/Berlin' },
];

/** `/interview` */
export const interviewOptions = (subject: Subject): APIApplicationCommandOption[] => [
  whole('minutes', 'How long', interviewMinutes),
  ...topicOptions(subject),
  levelOption,
];

/** The values of `/leaderboard where:`. */
const places = ['here', 'everywhere'] as const;

/** `/leaderboard` */
export const leaderboardOptions: APIApplicationCommandOption[] = [
  choice('period', 'Since when: this week (from Monday), this month, or all time', sameAsShown(periods)),
  choice('where', 'This channel, or the whole server', sameAsShown(places)),
  { type: ApplicationCommandOptionType.Boolean, name: 'teams', description: 'Teams instead of players' },
];

/** Of `/season start`: under which name. */
export const seasonOption = 'name';

/** `/season board|start|end` */
export const seasonOptions: APIApplicationCommandSubcommandOption[] = [
  subcommand('board', 'Who leads in the season of this channel'),
  subcommand('start', 'Begin a season: quizzes here count on a board of their own', [
    {
      type: ApplicationCommandOptionType.String,
      name: seasonOption,
      description: 'What it is called, for instance Autumn 2026',
      required: true,
      max_length: longestSeason,
    },
  ]),
  subcommand('end', 'End the season of this channel'),
];

/** Of `/me`: what to take along, as a file. */
export const exportOption = 'export';

/** `/me` */
export const ownOptions: APIApplicationCommandOption[] = [
  choice(exportOption, 'Instead, as a file: your questions for Anki, or all that is kept about you', [
    { name: 'anki', value: 'anki' },
    { name: 'data', value: 'data' },
  ]),
];

function subcommand(
  name: string,
  description: string,
  options: NonNullable<APIApplicationCommandSubcommandOption['options']> = [],
): APIApplicationCommandSubcommandOption {
  return { type: ApplicationCommandOptionType.Subcommand, name, description, options };
}

type Choices = APIApplicationCommandOptionChoice<string>[];

function sameAsShown(values: readonly string[]): Choices {
  return values.map((value) => ({ name: value, value }));
}

/** People choose a title, and the bot hears of the id. */
function byTitle(topics: readonly NamedTopic[]): Choices {
  return topics.map(({ id, title }) => ({ name: title, value: id }));
}

function choice(name: string, description: string, choices: Choices): APIApplicationCommandStringOption {
  return { type: ApplicationCommandOptionType.String, name, description, choices };
}

function whole(name: string, description: string, { least, most }: { readonly least: number; readonly most: number }) {
  return {
    type: ApplicationCommandOptionType.Integer as const,
    name,
    description: `${description}, ${least} to ${most}`,
    min_value: least,
    max_value: most,
  };
}
