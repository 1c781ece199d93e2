import type { CardNode } from './card.ts';

/** The id of a topic: a word that people type. Which there are is the bank's to say, see `Subject`. */
export type Topic = string;

export const levels = ['easy', 'medium', 'hard'] as const;

export type Level = (typeof levels)[number];

/** One choice of a multiple-choice item; `why` addresses the person who chose it. */
export type Option = {
  readonly text: string;
  readonly correct: boolean;
  readonly why: string;
};

/**
 * A multiple-choice item: four options, exactly one of them correct. Options have no letters; their order is drawn when
 * they are shown.
 */
export type Item = {
  /** Unique within its question, and stable whatever is edited in it or added beside it. */
  readonly id: string;
  readonly stem: string;
  readonly code?: string;
  readonly options: readonly Option[];
  /** Where it differs from its question's. */
  readonly level?: Level;
  /** The keys (see `itemKey`) of items that give it away, or that it gives away: one quiz does not ask both. */
  readonly conflicts?: readonly string[];
};

export type Reference = {
  readonly title: string;
  readonly url: string;
};

/** Characters of the longest id of a question, which buttons carry. */
export const longestQuestionId = 60;

/** Characters of the longest alias that a question may have. */
export const longestAlias = 80;

/** One question of the bank with its answer, ready to show. */
export type Question = {
  readonly id: string;
  /** Its number in the original list of 50; null for later questions. */
  readonly seed: number | null;
  readonly title: string;
  readonly aliases: readonly string[];
  /** Messages that people paste, as they are printed; numbers, shapes and addresses in them stand for any. */
  readonly errors: readonly string[];
  readonly topic: Topic;
  /** How hard the question is, and each of its items that has no level of its own. */
  readonly level: Level;
  readonly references: readonly Reference[];
  readonly items: readonly Item[];
  /** The answer as it was written, in Markdown. */
  readonly answer: string;
  /** The same answer as the nodes of a card. */
  readonly body: readonly CardNode[];
  /** What releases of the subject do differently, a line each; shown at the end of the answer. */
  readonly changed?: readonly string[];
  /** What a good answer in one's own words has, a line each: the checklist of an interview. */
  readonly points?: readonly string[];
  /** The ids of questions that one asks next, the first one first; the bank may lack some. */
  readonly related?: readonly string[];
};

/** How hard an item of a question is. */
export function levelOf(question: Pick<Question, 'level'>, item: Pick<Item, 'level'>): Level {
  return item.level ?? question.level;
}
