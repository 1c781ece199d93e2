import type { AskedItem } from '../../core/asked-item.ts';
import type { AskedOnce } from './quiz.ts';

/** What may be or was asked, each once and by the hash of its content. It never changes. */
export type AskedItemUnit = {
  /** Those of these hashes that are kept. */
  readonly find: (hashes: readonly string[]) => Promise<ReadonlyMap<string, AskedItem>>;
  /**
   * Keeps those that are not kept yet, and notes for all of them that a bank has them at `now` (UTC ms, to the day).
   */
  readonly keep: (items: ReadonlyMap<string, AskedItem>, now: number) => Promise<void>;
  /** The hash of what stood at a place of the bank (`stride#0`) when buttons named it so; null when that is not known. */
  readonly atPlace: (place: string) => Promise<string | null>;
};

/** A post of a version that named what it asked by its place among the question's items, counted from 0. */
export type OlderPost = {
  readonly channel: string;
  readonly date: string;
  readonly item: number;
  /** Of the workspace or server; null when its message is not known any more. */
  readonly scope: string | null;
};

/**
 * What versions that named items by their places have left behind, to be taken over once. Taking removes it, in the unit in
 * which it is taken over.
 */
export type OlderUnit = {
  readonly isAny: () => Promise<boolean>;
  readonly takePosts: (limit: number) => Promise<readonly OlderPost[]>;
  /** Ids of quizzes. */
  readonly takeQuizzes: (limit: number) => Promise<readonly string[]>;
  /** What quizzes of a channel have asked last, by its place (`stride#0`). */
  readonly takeAsked: (
    limit: number,
  ) => Promise<readonly (Pick<AskedOnce, 'at'> & { readonly channel: string; readonly place: string })[]>;
  /** True when buttons name places, and what stands there is to be kept. */
  readonly takePlaces: () => Promise<boolean>;
  readonly keepPlaces: (places: ReadonlyMap<string, string>) => Promise<void>;
  readonly adoptPost: (post: Pick<OlderPost, 'channel' | 'date'>, asked: string) => Promise<void>;
};
