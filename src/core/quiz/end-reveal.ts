import { askNext } from './ask.ts';
import { pauseAt } from './pause.ts';
import type { QuizState } from './state.ts';
import type { Step } from './step.ts';

/** This many questions in a row whose time ran out without any answer, and the quiz pauses itself. */
const unansweredLimit = 3;

/** The reveal has been seen: on to the next question, to a pause when nobody answers any more, or to the end. */
export function endReveal(state: QuizState, now: number): Step {
  const last = state.closed.at(-1);
  const quiet = last?.kind === 'played' && last.limit === null && last.round.answers.length === 0;
  const unanswered = quiet ? state.unanswered + 1 : 0;
  const isLast = state.closed.length >= state.questions.length;
  if (unanswered < unansweredLimit || isLast) return askNext({ ...state, unanswered }, now);
  return pauseAt({ ...state, unanswered: 0 }, { kind: 'between' }, { kind: 'nobody-answers' }, now);
}
