import type { Level, Topic } from '../question.ts';

/** What somebody wants to practise. */
export type PracticeRequest = {
  readonly count: number;
  /** Empty for all. */
  readonly topics: readonly Topic[];
  /** Null for whatever fits the person. */
  readonly level: Level | null;
  /** Nothing else than what is due. */
  readonly only?: 'due';
};

/**
 * Why a question is asked: it is due again; of a topic that one often gets wrong; never asked before; before it is due, since
 * there is nothing else; missed in the practice before.
 */
export type PracticeReason = 'due' | 'weak' | 'new' | 'ahead' | 'missed';

/** One question of a practice. What it asks is identified by its hash, and never changes. */
export type PracticeItem = {
  readonly question: string;
  readonly item: string;
  readonly asked: string;
  /** The number of the permutation of its options. */
  readonly order: number;
  readonly why: PracticeReason;
};

/** `place`: the option as shown, 0 for A; `due`: when the question comes back, UTC ms. */
export type PracticeAnswer = { readonly place: number; readonly correct: boolean; readonly due: number };

/** A practice of one person, as plain JSON: its questions are answered one after the other. */
export type PracticeSession = {
  readonly id: string;
  readonly request: PracticeRequest;
  readonly items: readonly PracticeItem[];
  /** To the first questions, in order. */
  readonly answers: readonly PracticeAnswer[];
  readonly stopped: boolean;
  /** What the person asked for while this one was open, until they choose; null for nothing. */
  readonly wish: PracticeRequest | null;
};

/** True once there is nothing left to answer. */
export function isOver({ items, answers, stopped }: PracticeSession): boolean {
  return stopped || answers.length >= items.length;
}

/** The practice with an answer to question `no`; the very same if that is not the one to be answered now. */
export function withAnswer(session: PracticeSession, no: number, answer: PracticeAnswer): PracticeSession {
  if (isOver(session) || no !== session.answers.length) return session;
  return { ...session, answers: [...session.answers, answer], wish: null };
}

/** The questions that were answered wrongly. */
export function missedIn({ items, answers }: PracticeSession): readonly PracticeItem[] {
  return items.filter((_, no) => answers[no]?.correct === false);
}
