import { pointsFor } from './score.ts';
import type { Choice, Player, QuizState } from './state.ts';
import { timeLimit } from './state.ts';

/** What one player did with one question that counts for them. */
export type AnswerRow = {
  readonly player: Player;
  /** The question, counted from 0. */
  readonly no: number;
  /** The option as it was shown, and the time used in ms; null where the time ran out without an answer. */
  readonly answer: { readonly choice: Choice; readonly ms: number } | null;
  readonly right: boolean;
  readonly points: number;
};

/**
 * Every player's part in every closed question that counts for them, question by question, players as they joined. One that was
 * ended early, for instance by a skip, counts for those alone who had answered it.
 */
export function answerRows(state: QuizState): readonly AnswerRow[] {
  return state.closed.flatMap((closed, no) => {
    const correct = state.questions[no]?.correct;
    if (closed.kind !== 'played' || correct === undefined) return [];
    const given = new Map(closed.round.answers.map((answer) => [answer.user, answer]));
    return state.players.flatMap((player): AnswerRow[] => {
      const answer = given.get(player.user);
      if (answer === undefined) {
        return closed.limit === null ? [{ player, no, answer: null, right: false, points: 0 }] : [];
      }
      const { choice, ms } = answer;
      const right = choice === correct;
      return [{ player, no, answer: { choice, ms }, right, points: pointsFor(right, ms, timeLimit(state)) }];
    });
  });
}
