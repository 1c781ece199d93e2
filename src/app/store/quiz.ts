import type { QuizState } from '../../core/quiz/state.ts';

/** A quiz as it is stored: its state after everything except the answers to questions that are still open. */
export type StoredQuiz = {
  readonly id: string;
  readonly channel: string;
  readonly scope: string;
  readonly state: QuizState;
  /** Increases by one with every saved state. */
  readonly version: number;
  /** False once it is over. */
  readonly live: boolean;
};

/** An accepted answer as it arrived; replayed over the stored state it gives the present one. */
export type StoredAnswer = {
  readonly no: number;
  readonly user: string;
  readonly name: string;
  readonly choice: number;
  /** By the platform's clock, and by ours when it arrived; UTC ms. */
  readonly at: number;
  readonly received: number;
};

/** An item by its key (see `itemKey`), the hash of what was asked, and when (UTC ms). */
export type AskedOnce = { readonly item: string; readonly asked: string; readonly at: number };

export type QuizUnit = {
  /** Opens it. If the channel already has a live one, returns that one's id and changes nothing. */
  readonly open: (quiz: StoredQuiz) => Promise<string | null>;
  /** Reads it and locks it until this unit ends. */
  readonly lock: (id: string) => Promise<StoredQuiz | null>;
  /** The stored version; null if there is no such quiz. */
  readonly version: (id: string) => Promise<number | null>;
  /** False if the stored version is not `quiz.version - 1`; then nothing changes. */
  readonly save: (quiz: StoredQuiz) => Promise<boolean>;
  /** All answers of a quiz, in the order in which they were recorded. */
  readonly answers: (id: string) => Promise<readonly StoredAnswer[]>;
  /**
   * Reads and locks all quizzes, live or over, that somebody plays, hosts or has answered in; by id, and before any other
   * lock, or two units would wait for each other.
   */
  readonly of: (user: string) => Promise<readonly StoredQuiz[]>;
  /** The live quiz of a channel, or of a thread by the platform's id of its root message. */
  readonly liveIn: (channel: string) => Promise<StoredQuiz | null>;
  /** The quiz of a channel that ended last of those that somebody hosted; null if none of the last few was theirs. */
  readonly lastHosted: (channel: string, user: string) => Promise<StoredQuiz | null>;
  readonly live: () => Promise<readonly StoredQuiz[]>;
  readonly isAnyLive: () => Promise<boolean>;
  /** What quizzes of this channel have asked: for each item the last time. */
  readonly lastAsked: (channel: string) => Promise<readonly AskedOnce[]>;
  readonly noteAsked: (channel: string, asked: AskedOnce) => Promise<void>;
};

/** Records answers outside a unit: those that arrive together are committed together. */
export type QuizAnswers = {
  /**
   * Resolves once the answer is on disk. `known`: this person has already answered that question, with the returned
   * choice and at the returned instant; `stale`: the quiz has moved on from `version` and must be read again.
   */
  readonly record: (
    quiz: string,
    version: number,
    answer: StoredAnswer,
  ) => Promise<
    | { readonly kind: 'recorded' }
    | { readonly kind: 'known'; readonly choice: number; readonly at: number }
    | { readonly kind: 'stale' }
  >;
};
