import type { NamedTopic } from '../bank.ts';
import type { Level, Topic } from '../question.ts';
import { levels } from '../question.ts';
import { fitting, settingBounds } from '../quiz/settings.ts';
import { idsOf, isLevel, isShort, isSlip, isTopic, type Mistake, mistake, quoted, wordsOf } from './words.ts';

/** The settings given for a new quiz; whatever is missing gets its default. */
export type QuizRequest = {
  readonly count?: number;
  /** Empty for all. */
  readonly topics: readonly Topic[];
  readonly level?: Level | typeof fitting;
  readonly seconds?: number;
  /** For how many minutes people can join before it begins by itself. */
  readonly lobby?: number;
  /** Number of teams, or `default` if only `teams` was given; absent for a quiz without teams. */
  readonly teams?: number | 'default';
};

export const quizActions = ['pause', 'resume', 'skip', 'stop'] as const;

export type QuizCommand =
  | { readonly kind: 'quiz'; readonly action: 'start'; readonly settings: QuizRequest }
  | { readonly kind: 'quiz'; readonly action: (typeof quizActions)[number] }
  /** What everybody answered in the last one that somebody hosted, as a file. */
  | { readonly kind: 'quiz'; readonly action: 'results' };

/** Synonyms of `stop`. */
export const stopWords: readonly string[] = ['end', 'cancel', 'abort'];

/** How people ask for the results as a file, with `quiz` before it. */
const resultsWords = /^(?:(?:show|get|give|export)(?: me)? )?(?:the |my )?results?(?: as (?:a )?(?:csv|file))?$/;

/** Filler words around a command: text that is made of them is not a question. */
const aroundOrders: readonly string[] = ['please', 'now', 'it', 'the', 'this', 'quiz', 'question', 'again', 'start'];

/** What each number of a quiz counts, in words. */
const counted = {
  count: 'questions',
  seconds: 'seconds for a question',
  lobby: 'minutes in its lobby',
  teams: 'teams',
} as const;

function exampleOf(topics: readonly NamedTopic[]): string {
  return ['quiz 10', ...idsOf(topics).slice(0, 2), 'easy 20s teams 3'].join(' ');
}

/**
 * Parses what follows `quiz`, in lower case: `pause`, `resume`, `skip`, `stop` or `results` alone; or, with or without `start`, a
 * number of questions, topics, a level or `fitting`, a time (`20s`), `lobby` with minutes and `teams` with or without a number, in any order. Unknown
 * words make it a look-up, unless there is only one word, or there are few of them beside a number or `start`.
 */
export function parseQuiz(words: readonly string[], topics: readonly NamedTopic[]): QuizCommand | Mistake | null {
  const [first, ...rest] = words;
  if (resultsWords.test(words.join(' '))) return { kind: 'quiz', action: 'results' };
  const action = words.map(toAction).find((found) => found !== undefined);
  if (action !== undefined && words.length === 1) return { kind: 'quiz', action };
  if (action !== undefined && isSlip(words, [...quizActions, ...stopWords, ...aroundOrders])) {
    const wrong = `I do not understand ${quoted(words.join(' '))}; write pause, resume, skip or stop alone.`;
    return mistake('quiz', wrong, `quiz ${action}`);
  }
  const read = readWords(joinUnits(first === 'start' ? rest : words), topics);
  const clear = first === 'start' || read.counts.length > 0 || read.seconds.length > 0 || read.lobbies.length > 0;
  const [unknown, ...others] = read.unknown;
  if (unknown === undefined) return doubled(read, topics) ?? toQuizStart(toRequest(read), topics);
  const few = isShort(words) && 2 * read.unknown.length <= words.length;
  const isMeant = clear ? others.length === 0 || few : words.length === 1 && isShort(words);
  if (!isMeant) return null;
  const choice = [...idsOf(topics), ...levels, fitting].join(', ');
  return mistake('quiz', `${quoted(unknown)} is neither a topic nor a level; there are ${choice}.`, exampleOf(topics));
}

function toAction(word: string): (typeof quizActions)[number] | undefined {
  return stopWords.includes(word) ? 'stop' : quizActions.find((candidate) => candidate === word);
}

/** The command to start such a quiz, or the first mistake: a number that is not whole or out of bounds. */
export function toQuizStart(settings: QuizRequest, topics: readonly NamedTopic[]): QuizCommand | Mistake {
  for (const name of ['count', 'seconds', 'lobby', 'teams'] as const) {
    const { least, most } = settingBounds[name];
    const value = settings[name];
    if (typeof value !== 'number' || (Number.isInteger(value) && value >= least && value <= most)) continue;
    return mistake('quiz', `A quiz has ${least} to ${most} ${counted[name]}, not ${value}.`, exampleOf(topics));
  }
  return { kind: 'quiz', action: 'start', settings };
}

type QuizWords = {
  readonly counts: number[];
  readonly seconds: number[];
  readonly lobbies: number[];
  readonly teams: (number | 'default')[];
  readonly topics: Topic[];
  readonly levels: (Level | typeof fitting)[];
  readonly unknown: string[];
};

/** Joins `20 seconds`, `lobby 5m` and `10 questions` into one word each, and splits lists. */
function joinUnits(words: readonly string[]): readonly string[] {
  const text = words.join(' ');
  const waiting = text.replace(/(?<=^|\s)lobby[ :]?(-?\d+) ?(?:m|mins?|minutes?)(?=\s|$)/g, '$1lobby');
  const joined = waiting
    .replace(/(\d) (?:s|secs?|seconds?)(?=\s|$)/g, '$1s')
    .replace(/(\d) questions?(?=\s|$)/g, '$1q');
  return wordsOf(joined.replaceAll(',', ' '));
}

function readWords(words: readonly string[], topics: readonly NamedTopic[]): QuizWords {
  const read: QuizWords = { counts: [], seconds: [], lobbies: [], teams: [], topics: [], levels: [], unknown: [] };
  words.forEach((word, place) => {
    const number = Number.parseInt(word, 10);
    if (/^-?\d+$/.test(word) && words[place - 1] === 'teams') read.teams.splice(-1, 1, number);
    else if (/^-?\d+q?$/.test(word)) read.counts.push(number);
    else if (/^-?\d+(s|secs?|seconds?)$/.test(word)) read.seconds.push(number);
    else if (/^-?\d+lobby$/.test(word)) read.lobbies.push(number);
    else if (word === 'teams') read.teams.push('default');
    else if (isTopic(word, topics)) read.topics.push(word);
    else if (isLevel(word) || word === fitting) read.levels.push(word);
    else read.unknown.push(word);
  });
  return read;
}

function doubled(
  { counts, seconds, lobbies, teams, levels: chosen }: QuizWords,
  topics: readonly NamedTopic[],
): Mistake | null {
  const example = exampleOf(topics);
  if (counts.length > 1) {
    return mistake(
      'quiz',
      `Two numbers of questions, ${counts.slice(0, 2).join(' and ')}; write seconds as 20s.`,
      example,
    );
  }
  if (seconds.length < 2 && lobbies.length < 2 && teams.length < 2 && new Set(chosen).size < 2) return null;
  return mistake('quiz', 'The seconds, the lobby, the level and the teams can be given only once.', example);
}

function toRequest({ counts, seconds, lobbies, teams, topics: chosen, levels: chosenLevels }: QuizWords): QuizRequest {
  const [[count], [time], [lobby], [team], [level]] = [counts, seconds, lobbies, teams, chosenLevels];
  return {
    ...(count === undefined ? {} : { count }),
    topics: [...new Set(chosen)],
    ...(level === undefined ? {} : { level }),
    ...(time === undefined ? {} : { seconds: time }),
    ...(lobby === undefined ? {} : { lobby }),
    ...(team === undefined ? {} : { teams: team }),
  };
}
