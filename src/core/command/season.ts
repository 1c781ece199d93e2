import { isShort, type Mistake, mistake } from './words.ts';

/** A season of a channel's quizzes: its board is shown, one is begun under a name, or the one that goes on ends. */
export type SeasonCommand =
  | { readonly kind: 'season'; readonly action: 'show' | 'end' }
  | { readonly kind: 'season'; readonly action: 'start'; readonly name: string };

/** Characters of the longest name. */
export const longestSeason = 40;

const showing: readonly string[] = ['show', 'board', 'status'];
const ending: readonly string[] = ['end', 'stop', 'finish'];
const starting: readonly string[] = ['start', 'begin', 'new'];

const example = 'season start Autumn 2026';

/**
 * Parses what follows `season`, as it was typed: nothing, `end` alone, or `start` with a name, which may be in quotation marks. Any
 * other text is a look-up.
 */
export function parseSeason(words: readonly string[]): SeasonCommand | Mistake | null {
  const [first = 'show', ...rest] = words;
  const wish = first.toLowerCase();
  if (starting.includes(wish)) {
    const name = rest
      .join(' ')
      .replace(/^["“„'](.*)["”“']$/su, '$1')
      .trim();
    if (name === '') return mistake('season', 'A season needs a name.', example);
    return isShort(rest) || name.length <= longestSeason ? toSeasonStart(name) : null;
  }
  if (rest.length > 0) return null;
  if (showing.includes(wish)) return { kind: 'season', action: 'show' };
  return ending.includes(wish) ? { kind: 'season', action: 'end' } : null;
}

/** The command to begin a season under a name, or why it cannot be its name. */
export function toSeasonStart(name: string): SeasonCommand | Mistake {
  if (name.length <= longestSeason) return { kind: 'season', action: 'start', name };
  return mistake(
    'season',
    `The name of a season has at most ${longestSeason} characters, not ${name.length}.`,
    example,
  );
}
