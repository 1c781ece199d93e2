import { type Period, periods } from '../schedule/period.ts';
import { type Mistake, mistake } from './words.ts';

export type LeaderboardCommand = {
  readonly kind: 'leaderboard';
  readonly period: Period;
  /** Over all channels of the scope instead of this one. */
  readonly everywhere: boolean;
  /** Teams instead of people. */
  readonly teams: boolean;
};

const hereWords: readonly string[] = ['here', 'channel'];
const everywhereWords: readonly string[] = ['everywhere', 'workspace', 'server'];

/**
 * Reads what follows `leaderboard`, in lower case and any order: `week` (unless another period is said), `month` or
 * `all`; `here` or `everywhere`; `teams`. Null if any other word is among them; a mistake if two of them contradict.
 */
export function parseLeaderboard(words: readonly string[]): LeaderboardCommand | Mistake | null {
  const said = periods.filter((period) => words.includes(period));
  const here = words.some((word) => hereWords.includes(word));
  const everywhere = words.some((word) => everywhereWords.includes(word));
  const teams = words.includes('teams');
  const known: readonly string[] = [...periods, ...hereWords, ...everywhereWords, 'teams'];
  if (!words.every((word) => known.includes(word))) return null;
  if (said.length > 1 || (here && everywhere)) {
    const both = said.length > 1 ? said.join(' and ') : 'here and everywhere';
    return mistake('leaderboard', `A leaderboard cannot be of ${both} at once; choose one.`, 'leaderboard month teams');
  }
  return { kind: 'leaderboard', period: said[0] ?? 'week', everywhere, teams };
}
