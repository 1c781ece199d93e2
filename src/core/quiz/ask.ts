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
 * The question's message has been posted: its clock starts. Time used is counted from the platform's timestamp of the
 * message; the close is armed one full time limit from now. During a pause the clock starts halted.
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
 * If a crash came between the message and the news of it, nobody's time has run before now. The offset of the
 * platform's clock is then taken from earlier questions; without any, the clocks are assumed to agree.
 */
function openRound(state: QuizState, interrupted: boolean, at: number, now: number): Round {
  const last = state.closed.findLast((closed) => closed.kind === 'played');
  const known = last === undefined ? (interrupted ? 0 : Number.POSITIVE_INFINITY) : last.round.skew;
  const round: Round = { openedAt: at, skew: Math.min(now - at, known), breaks: [], answers: [] };
  return interrupted ? withBreak(round, at + round.skew, now, true) : round;
}

/**
 * Closes the open question and reveals its answer. `limit`: the latest timestamp of a click that counts; null if time
 * ran out.
 */
export function closeAndReveal(state: QuizState, round: Round | null, limit: number | null, now: number): Step {
  const closed = closeQuestion(state, round, limit, now);
  const due = now + state.settings.revealSeconds * 1000;
  const next: QuizState = { ...closed.state, phase: { kind: 'revealing', due } };
  return { state: next, effects: [...closed.effects, ...armed(next)] };
}

/** True when every player has answered, so that there is nobody left to wait for. */
export function isEverybodyIn(state: QuizState, round: Round): boolean {
  return state.players.length > 0 && round.answers.length >= state.players.length;
}
