import { askNext } from './ask.ts';
import { pauseAt } from './pause.ts';
import type { QuizState } from './state.ts';
import type { Step } from './step.ts';

/** After this many questions in a row that nobody answered in time, the quiz pauses itself. */
const unansweredLimit = 3;

/** The reveal is over: on to the next question, to a pause if nobody answers any more, or to the end. */
export function endReveal(state: QuizState, now: number): Step {
  const last = state.closed.at(-1);
  const quiet = last?.kind === 'played' && last.limit === null && last.round.answers.length === 0;
  const unanswered = quiet ? state.unanswered + 1 : 0;
  const isLast = state.closed.length >= state.questions.length;
  if (unanswered < unansweredLimit || isLast) return askNext({ ...state, unanswered }, now);
  return pauseAt({ ...state, unanswered: 0 }, { kind: 'between' }, { kind: 'nobody-answers' }, now);
}
