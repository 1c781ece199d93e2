import type { Board, Period } from '../app/store/score.ts';

/** Every board in every period, each once and in the same order everywhere, so that instances cannot deadlock. */
export function placesOf(
  boards: readonly Board[],
  periods: readonly Period[],
): readonly { readonly board: Board; readonly period: Period }[] {
  const ordered = [...new Set(periods)].sort();
  return [...new Set(boards)].sort().flatMap((board) => ordered.map((period) => ({ board, period })));
}
