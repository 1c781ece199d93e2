import type { Caller } from '../ports.ts';
import type { Board } from '../store/score.ts';

/** The sums of what counts for each person alone: nobody sees them as a board, and everybody their own line. */
export function ownRecord(scope: string): Board {
  return `${scope}:own`;
}

/**
 * Where points count that somebody makes in a channel: there, and on the board of the whole scope. What is made `alone`,
 * in a conversation with the bot or in a quiz without anybody else, could be made without end, and is compared with
 * nobody's outside of the channel.
 */
export function countedBoards(
  { channel, scope }: Pick<Caller, 'channel' | 'scope'>,
  alone: boolean,
): {
  readonly boards: readonly Board[];
  /** Under which the topics are counted. */
  readonly topics: string;
} {
  const everywhere = alone ? ownRecord(scope) : scope;
  return { boards: [channel, everywhere], topics: everywhere };
}
