import { armed } from './armed.ts';
import type { PostedEvent } from './event.ts';
import { closeQuestion, finish } from './finish.ts';
import { withBreak } from './round-clock.ts';
import type { QuizState, Round } from './state.ts';
import { openQuestion, timeLimit } from './state.ts';
import type { Step } from './step.ts';
import { refuse } from './step.ts';

/** Asks the next question, or ends the quiz after the last one. */
export function askNext(state: QuizState, now: number): Step {
  const no = state.closed.length;
  if (no >= state.questions.length) return finish(state, 'finished', now);
  return {
    state: { ...state, phase: { kind: 'asking', question: { kind: 'unposted', interrupted: false } } },
    effects: [{ kind: 'post-question', no }],
  };
}

/**
 * The question's message is out: its clock begins. Time used is counted from the platform's instant of the message,
 * the close is armed a whole time limit from now. In a pause the clock begins halted.
 */
export function beginClock(state: QuizState, event: PostedEvent, now: number): Step {
  const open = openQuestion(state);
  const { phase } = state;
  if (open?.kind !== 'unposted' || event.no !== state.closed.length) return refuse(state, 'stale');
  const round = openRound(state, open.interrupted || event.late, event.at, now);
  const limit = timeLimit(state);
  if (phase.kind === 'paused') {
    const question = { kind: 'posted', round, remaining: limit, haltedAt: now } as const;
    return { state: { ...state, phase: { ...phase, was: { kind: 'asking', question } } }, effects: [] };
  }
  const question = { kind: 'posted', round, due: now + limit } as const;
  const next: QuizState = { ...state, phase: { kind: 'asking', question } };
  return { state: next, effects: armed(next) };
}

/**
 * When a failure came between the message and the news of it, nobody's time has run before now. What is then
 * known of the platform's clock comes from earlier questions; without one the clocks are taken to agree.
 */
function openRound(state: QuizState, interrupted: boolean, at: number, now: number): Round {
  const last = state.closed.findLast((closed) => closed.kind === 'played');
  const known = last === undefined ? (interrupted ? 0 : Number.POSITIVE_INFINITY) : last.round.skew;
  const round: Round = { openedAt: at, skew: Math.min(now - at, known), breaks: [], answers: [] };
  return interrupted ? withBreak(round, at + round.skew, now, true) : round;
}

/** Closes the open question and reveals its answer. `limit`: last instant of a click that counts, null: its time is up. */
export function closeAndReveal(state: QuizState, round: Round | null, limit: number | null, now: number): Step {
  const closed = closeQuestion(state, round, limit, now);
  const due = now + state.settings.revealSeconds * 1000;
  const next: QuizState = { ...closed.state, phase: { kind: 'revealing', due } };
  return { state: next, effects: [...closed.effects, ...armed(next)] };
}

/** Whether every player has answered; then nobody is waited for. */
export function isEverybodyIn(state: QuizState, round: Round): boolean {
  return state.players.length > 0 && round.answers.length >= state.players.length;
}
