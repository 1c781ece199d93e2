import type { AskedItem } from '../../core/asked-item.ts';
import type { AskedOnce } from './quiz.ts';

/** What may be or was asked, each once, by the hash of its content. Immutable. */
export type AskedItemUnit = {
  /** Those of these hashes that are stored. */
  readonly find: (hashes: readonly string[]) => Promise<ReadonlyMap<string, AskedItem>>;
  /**
   * Stores those that are not stored yet, and notes for all of them that a bank has them at `now` (UTC ms, to the day).
   */
  readonly keep: (items: ReadonlyMap<string, AskedItem>, now: number) => Promise<void>;
  /** The hash of what stood at a position of the bank (`stride#0`) when buttons used positions; null if unknown. */
  readonly atPlace: (place: string) => Promise<string | null>;
};

/**
 * A post of an earlier version, which referred to what it asked by the item's position in the question, counted from 0.
 */
export type OlderPost = {
  readonly channel: string;
  readonly date: string;
  readonly item: number;
  /** Key of the workspace or server; null if its message is no longer known. */
  readonly scope: string | null;
};

/** An answer to a daily question, given before anybody learned from answers. */
export type OlderAnswer = {
  readonly user: string;
  readonly channel: string;
  readonly date: string;
  /** The hash of what was asked. */
  readonly asked: string;
  /** The place of the chosen option in the order of the bank; null if nobody knows. */
  readonly choice: number | null;
  readonly correct: boolean;
  readonly at: number;
};

/**
 * What earlier versions have left, to be converted once: references by position, and answers. Taking one removes it, in the
 * unit that converts it.
 */
export type OlderUnit = {
  readonly isAny: () => Promise<boolean>;
  readonly takePosts: (limit: number) => Promise<readonly OlderPost[]>;
  /** Ids of quizzes. */
  readonly takeQuizzes: (limit: number) => Promise<readonly string[]>;
  /** What quizzes of a channel last asked, by position (`stride#0`). */
  readonly takeAsked: (
    limit: number,
  ) => Promise<readonly (Pick<AskedOnce, 'at'> & { readonly channel: string; readonly place: string })[]>;
  /** In the order in which they were given; those of posts of which nobody knows what they asked are only removed. */
  readonly takeAnswers: (limit: number) => Promise<readonly OlderAnswer[]>;
  /** Ids of quizzes whose answers are to be learned from. */
  readonly takePlayed: (limit: number) => Promise<readonly string[]>;
  /** True if buttons use positions, so that what stands there must be stored. */
  readonly takePlaces: () => Promise<boolean>;
  readonly keepPlaces: (places: ReadonlyMap<string, string>) => Promise<void>;
  readonly adoptPost: (post: Pick<OlderPost, 'channel' | 'date'>, asked: string) => Promise<void>;
};
