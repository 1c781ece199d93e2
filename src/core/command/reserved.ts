import { levels } from '../question.ts';
import { fitting } from '../quiz/settings.ts';
import { dailyActions, offWords } from './daily.ts';
import { parseDays } from './days.ts';
import { quizActions, stopWords } from './quiz.ts';
import { parseTime } from './time-of-day.ts';

/** The first words of sub-commands. */
export const subcommands = [
  ...['help', 'topics', 'random', 'daily', 'quiz', 'practice', 'practise', 'interview'],
  ...['leaderboard', 'season', 'me', 'forget', 'bank', 'suggest', 'suggestions', 'workspace', 'server'],
] as const;

/** Words with a meaning of their own within a sub-command. */
const inner: readonly string[] = [
  ...[...levels, fitting, ...dailyActions, ...offWords, ...quizActions, ...stopWords, 'on', 'start'],
  ...[
    'results',
    'thread',
    'team',
    'teams',
    'topic',
    'level',
    'ping',
    'time',
    'zone',
    'days',
    'question',
    'questions',
    'seconds',
  ],
  ...['at', 'in', 'utc', 'gmt', 'all', 'any', 'none', 'week', 'month', 'here', 'everywhere'],
];

/** True for a word, in lower case, that means something else in a command, so that no topic can bear it. */
export function isReserved(word: string): boolean {
  return (
    subcommands.some((subcommand) => subcommand === word) ||
    inner.includes(word) ||
    /^[+−-]?\d/.test(word) ||
    parseTime(word) !== null ||
    parseDays(word) !== null
  );
}
