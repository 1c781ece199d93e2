import type { ItemRecord } from '../../core/memory/item-record.ts';
import type { MemoryCard } from '../../core/memory/memory-card.ts';
import type { Strength } from '../../core/memory/rating.ts';
import type { TopicWeek } from '../../core/progress/progress.ts';
import type { Level, Topic } from '../../core/question.ts';

/** What somebody answered, wherever they were asked. */
export type MemoryAnswer = {
  readonly user: string;
  /** Names what was answered (`daily:…`, `quiz:…`, `practice:…`): the same answer counts once. */
  readonly source: string;
  readonly question: string;
  readonly item: string;
  /** The hash of what was asked, and the place of the chosen option in the order of the bank; null for nobody knows. */
  readonly asked: string | null;
  readonly choice: number | null;
  readonly topic: Topic;
  readonly level: Level;
  readonly correct: boolean;
  /** UTC ms. */
  readonly at: number;
};

/** An answer as it was noted, without the person. */
export type NotedAnswer = Omit<MemoryAnswer, 'user'>;

/** What of it tells how somebody does. */
export type RememberedAnswer = Omit<MemoryAnswer, 'user' | 'source' | 'asked' | 'choice'>;

/**
 * Every answer of every person, and what they remember because of it. A person is one learner in all scopes of a platform,
 * see `learnerOf`, whichever of their keys is given. Cards follow from the answers alone, in the order in which these were
 * noted.
 */
export type MemoryUnit = {
  /** Notes an answer, and brings its card and, if it is their first to the item, both ratings up to date; null, without any change, where it was noted before. */
  readonly note: (answer: MemoryAnswer) => Promise<MemoryCard | null>;
  /** All cards of a person, those that fall due first before others. */
  readonly cards: (user: string) => Promise<readonly MemoryCard[]>;
  /** Those that fall due until an instant (UTC ms), the longest overdue first. */
  readonly due: (user: string, until: number, limit: number) => Promise<readonly MemoryCard[]>;
  /** Their latest answers, the newest first. */
  readonly recent: (user: string, limit: number) => Promise<readonly RememberedAnswer[]>;
  /** All their answers, the oldest first. */
  readonly answers: (user: string) => Promise<readonly NotedAnswer[]>;
  /** Their answers of so many weeks before `now` (UTC ms), counted by topic and week. */
  readonly weeks: (user: string, now: number, weeks: number) => Promise<readonly TopicWeek[]>;
  /** Makes a person's cards anew of their answers. */
  readonly rebuild: (user: string) => Promise<void>;
  /** Learners (`discord:42`) in order, those after one; each is as good as a key of the person. */
  readonly learners: (after: string, limit: number) => Promise<readonly string[]>;
  /** What is known of all items that were answered. */
  readonly records: () => Promise<readonly ItemRecord[]>;
  /** How strong each of these people is, in no order; who has answered nothing is left out. */
  readonly strengths: (users: readonly string[]) => Promise<readonly Strength[]>;
  /** Makes all ratings anew of the answers that are left. Nobody can answer meanwhile. */
  readonly rerate: () => Promise<void>;
};
