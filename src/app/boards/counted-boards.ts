import type { Caller } from '../ports.ts';
import type { Board } from '../store/score.ts';

/** Totals of what people do alone: not shown as a board, but everybody sees their own line. */
export function ownRecord(scope: string): Board {
  return `${scope}:own`;
}

/**
 * The boards that points made in a channel count on: the channel's, and that of the whole scope. Points made `alone`,
 * in a direct conversation or in a quiz without other players, could be made without limit, so outside the channel they
 * are not compared with anybody's.
 */
export function countedBoards(
  { channel, scope }: Pick<Caller, 'channel' | 'scope'>,
  alone: boolean,
): {
  readonly boards: readonly Board[];
  /** Under which key topics are counted. */
  readonly topics: string;
} {
  const everywhere = alone ? ownRecord(scope) : scope;
  return { boards: [channel, everywhere], topics: everywhere };
}
