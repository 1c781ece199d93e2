import type { CardNode } from './card.ts';

/** The ten topics of the bank, in the order in which they are listed to people. */
export const topics = [
  'fundamentals',
  'tensors',
  'autograd',
  'modules',
  'losses',
  'training',
  'vision',
  'sequences',
  'data',
  'systems',
] as const;

export type Topic = (typeof topics)[number];

export const levels = ['easy', 'medium', 'hard'] as const;

export type Level = (typeof levels)[number];

/** One choice of a multiple-choice item; `why` speaks to the person who chose it. */
export type Option = {
  readonly text: string;
  readonly correct: boolean;
  readonly why: string;
};

/** A multiple-choice item: four options, exactly one of them correct. Options have no letters; they are shuffled when shown. */
export type Item = {
  /** Unique within its question, and the same whatever is mended in it or put beside it. */
  readonly id: string;
  readonly stem: string;
  readonly code?: string;
  readonly options: readonly Option[];
};

export type Reference = {
  readonly title: string;
  readonly url: string;
};

/** One question of the bank with its answer, ready to be shown. */
export type Question = {
  readonly id: string;
  /** The number in the original list of 50, null for every later question. */
  readonly seed: number | null;
  readonly title: string;
  readonly aliases: readonly string[];
  readonly topic: Topic;
  readonly level: Level;
  readonly references: readonly Reference[];
  readonly items: readonly Item[];
  /** The answer as it was written, in Markdown. */
  readonly answer: string;
  /** The same answer as the nodes of a card. */
  readonly body: readonly CardNode[];
};
