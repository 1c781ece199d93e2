import { type Period, periods } from '../schedule/period.ts';
import { isShort, isSlip, type Mistake, mistake, quoted, wordsOf } from './words.ts';

export type LeaderboardCommand = {
  readonly kind: 'leaderboard';
  readonly period: Period;
  /** All channels of the scope instead of this one. */
  readonly everywhere: boolean;
  /** Teams instead of people. */
  readonly teams: boolean;
};

const hereWords: readonly string[] = ['here', 'channel'];
const everywhereWords: readonly string[] = ['everywhere', 'workspace', 'server'];

const known: readonly string[] = [...periods, ...hereWords, ...everywhereWords, 'teams'];

const otherNames: ReadonlyMap<string, string> = new Map([
  ['weekly', 'week'],
  ['monthly', 'month'],
]);
const fillers: readonly string[] = ['this', 'the', 'of', 'for'];

/** Times that no leaderboard has, and words of commands: text that is made of them is not a question. */
const orderWords: readonly string[] = [
  ...['today', 'yesterday', 'last', 'daily', 'year', 'yearly', 'day', 'time'],
  ...['show', 'please', 'people', 'players', 'me', 'my', 'top', 'now'],
];

const example = 'leaderboard month teams';

/**
 * Parses what follows `leaderboard`, in lower case and any order: `week` (the default), `month` or `all`; `here` or
 * `everywhere`; `teams`. Null for a question; a mistake if two of them contradict each other or one is not understood.
 */
export function parseLeaderboard(typed: readonly string[]): LeaderboardCommand | Mistake | null {
  const words = toKnown(typed);
  const unknown = words.filter((word) => !known.includes(word));
  if (unknown.length > 0 || (words.length === 0 && typed.length > 0)) return toMistake(typed, words, unknown);
  const said = periods.filter((period) => words.includes(period));
  const here = words.some((word) => hereWords.includes(word));
  const everywhere = words.some((word) => everywhereWords.includes(word));
  const teams = words.includes('teams');
  if (said.length > 1 || (here && everywhere)) {
    const both = said.length > 1 ? said.join(' and ') : 'here and everywhere';
    return mistake('leaderboard', `A leaderboard cannot be of ${both} at once; choose one.`, example);
  }
  return { kind: 'leaderboard', period: said[0] ?? 'week', everywhere, teams };
}

/** `of all time` as `all`, `this month` and `monthly` as `month`. */
function toKnown(typed: readonly string[]): readonly string[] {
  const words = wordsOf(typed.join(' ').replace(/\ball[ -]time(?=\s|$)/g, 'all'));
  return words.filter((word) => !fillers.includes(word)).map((word) => otherNames.get(word) ?? word);
}

/** A single word is a typing error unless it is a number; of several words, most must belong to a leaderboard. */
function toMistake(typed: readonly string[], words: readonly string[], unknown: readonly string[]): Mistake | null {
  const alone = typed.length === 1 && isShort(typed) && /\p{L}/u.test(typed[0] ?? '');
  if (!alone && !isSlip(words, [...known, ...orderWords])) return null;
  const choice = 'A leaderboard is for the week, month or all, here or everywhere, for people or teams.';
  return mistake(
    'leaderboard',
    `I do not understand ${quoted(unknown.join(' ') || typed.join(' '))}. ${choice}`,
    example,
  );
}
