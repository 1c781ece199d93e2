import type { AwardEntry } from './effect.ts';
import type { Answer, Choice, QuizState, Round } from './state.ts';
import { findPlayer, timeLimit } from './state.ts';

/**
 * Points for an answer that took `ms` of `limit` ms: 1000 at once, 500 at the last moment, 0 if wrong. Kahoot's
 * published rule: round(1000 × (1 − t / 2T)). `ms` is clamped to [0, limit].
 */
export function pointsFor(right: boolean, ms: number, limit: number): number {
  if (!right) return 0;
  const used = Math.min(Math.max(ms, 0), limit);
  return Math.round(1000 * (1 - used / (2 * limit)));
}

/** The points for an answer to a question whose right option is `correct`. */
export function pointsOf(state: QuizState, answer: Answer, correct: Choice): number {
  return pointsFor(answer.choice === correct, answer.ms, timeLimit(state));
}

/** The points that each of these answers to question `no` earns. */
export function entriesFor(state: QuizState, no: number, answers: Round['answers']): readonly AwardEntry[] {
  const correct = state.questions[no]?.correct;
  if (correct === undefined) return [];
  return answers.map((answer) => ({
    user: answer.user,
    name: findPlayer(state, answer.user)?.name ?? answer.user,
    points: pointsOf(state, answer, correct),
    correct: answer.choice === correct,
  }));
}
