import type { Generated } from 'kysely';
import type { FlagState } from '../app/store/flag.ts';
import type { SuggestionState } from '../app/store/suggestion.ts';

// What people answered, what they remember of it, and when they are asked again; conventions as in `schema.ts`.

export type MemoryAnswerTable = {
  seq: Generated<number>;
  /** The person in all scopes of their platform (see `learnerOf`), and the scope in which they answered. */
  learner: string;
  scope: string;
  source: string;
  question: string;
  item: string;
  topic: string;
  level: string;
  correct: number;
  at: number;
  /** The hash of what was asked, and which option was chosen, in the order of the bank; null for nobody knows. */
  asked: string | null;
  choice: number | null;
};

/** What the first answers of people to an item say of it; sums, which name nobody. */
export type ItemRatingTable = {
  question: string;
  item: string;
  asked: string | null;
  difficulty: number;
  answers: number;
  correct: number;
  chosen_0: number;
  chosen_1: number;
  chosen_2: number;
  chosen_3: number;
  compared: number;
  compared_correct: number;
  strength_sum: number;
  strength_squares: number;
  strength_of_correct: number;
};

export type MemoryCardTable = {
  /** The items of the question that were answered, as JSON: here, so that nobody has to look through all answers. */
  items: Generated<string>;
  learner: string;
  question: string;
  item: string;
  due: number;
  stability: number;
  difficulty: number;
  answered: number;
  missed: number;
  last: number;
};

/** One row for each person and version of an item; what was taken back stays, so that it counts towards what one person can flag. */
export type FlagTable = {
  learner: string;
  asked: string;
  scope: string;
  question: string;
  item: string;
  remark: string | null;
  /** When it was first raised, and when it was last raised or taken back. */
  at: number;
  changed_at: number;
  state: FlagState;
};

/** Appointments of one kind. */
export type DailyPracticeTable = {
  learner: string;
  /** Where they turned it on. */
  scope: string;
  settings: string;
  is_on: number;
  next_date: string;
  next_at: number;
  /** As of a daily question. */
  rules: string;
  /** `AskedDay` and a list of `MissedDay`s. */
  asked: string | null;
  missed: string;
};

/** `typed` and `file` are JSON; the learner is empty once its author was forgotten. */
export type SuggestionTable = {
  id: string;
  learner: string;
  scope: string;
  name: string | null;
  typed: string;
  state: SuggestionState;
  at: number;
  decided_at: number | null;
  word: string | null;
  file: string | null;
};

export type ProgressPageTable = {
  learner: string;
  /** Where they first asked for it. */
  scope: string;
  token: string;
};
