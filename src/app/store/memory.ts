import type { MemoryCard } from '../../core/memory/memory-card.ts';
import type { Level, Topic } from '../../core/question.ts';

/** What somebody answered, wherever they were asked. */
export type MemoryAnswer = {
  readonly user: string;
  /** Names what was answered (`daily:…`, `quiz:…`, `practice:…`): the same answer counts once. */
  readonly source: string;
  readonly question: string;
  readonly item: string;
  readonly topic: Topic;
  readonly level: Level;
  readonly correct: boolean;
  /** UTC ms. */
  readonly at: number;
};

/** An answer of a person without the person. */
export type RememberedAnswer = Omit<MemoryAnswer, 'user' | 'source'>;

/**
 * Every answer of every person, and what they remember because of it. A person is one learner in all scopes of a platform,
 * see `learnerOf`, whichever of their keys is given. Cards follow from the answers alone, in the order in which these were
 * noted.
 */
export type MemoryUnit = {
  /** Notes an answer and brings its card up to date; null, without any change, where it was noted before. */
  readonly note: (answer: MemoryAnswer) => Promise<MemoryCard | null>;
  /** All cards of a person, those that fall due first before others. */
  readonly cards: (user: string) => Promise<readonly MemoryCard[]>;
  /** Those that fall due until an instant (UTC ms), the longest overdue first. */
  readonly due: (user: string, until: number, limit: number) => Promise<readonly MemoryCard[]>;
  /** Their latest answers, the newest first. */
  readonly recent: (user: string, limit: number) => Promise<readonly RememberedAnswer[]>;
  /** Makes a person's cards anew of their answers. */
  readonly rebuild: (user: string) => Promise<void>;
  /** Learners (`discord:42`) in order, those after one; each is as good as a key of the person. */
  readonly learners: (after: string, limit: number) => Promise<readonly string[]>;
};
