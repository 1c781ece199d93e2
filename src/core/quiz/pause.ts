import { armed, disarmed } from './armed.ts';
import { askNext, closeAndReveal, isEverybodyIn } from './ask.ts';
import type { Effect } from './effect.ts';
import { endNow } from './finish.ts';
import { haltedRound, toPlatform } from './round-clock.ts';
import type { Interrupted, OverReason, PauseReason, Phase, QuizState } from './state.ts';
import { openQuestion, questionNo } from './state.ts';
import type { Step } from './step.ts';
import { refuse } from './step.ts';

/** A quiz that nobody resumes ends after this many ms, or it would hold its channel for ever. */
const longestPause = 30 * 60_000;

/** The same for one that the bot cannot post in: others want to play meanwhile. */
const longestLost = 10 * 60_000;

/** Pauses. Pausing a paused quiz only changes the reason, from any other to a lost permission. */
export function pause(state: QuizState, reason: PauseReason, now: number): Step {
  const was = interrupt(state, now);
  if (was !== null) {
    const paused = pauseAt(state, was, reason, now);
    return showHalt({ ...paused, effects: [...disarmed(state), ...paused.effects] });
  }
  if (state.phase.kind !== 'paused') return refuse(state, 'not-running');
  if (reason.kind !== 'lost' || state.phase.reason.kind === 'lost') return refuse(state, 'paused');
  const due = Math.min(state.phase.due, now + longestLost);
  const lost = { ...state, phase: { ...state.phase, reason, due } };
  return { state: lost, effects: [{ kind: 'say', what: 'paused', reason }, ...armed(lost)] };
}

/** Updates the question's card when a step halts its clock; otherwise the card would keep counting down. */
export function showHalt(step: Step): Step {
  const { state, effects, refusal } = step;
  const isHalted = state.phase.kind === 'paused' && openQuestion(state)?.kind === 'posted';
  if (refusal !== undefined || !isHalted) return step;
  return { ...step, effects: [...effects, { kind: 'progress', no: questionNo(state) }] };
}

/** Replaces the interrupted phase with a pause. */
export function pauseAt(state: QuizState, was: Interrupted, reason: PauseReason, now: number): Step {
  const next: QuizState = { ...state, phase: { kind: 'paused', was, reason, due: now + longest(reason) } };
  return { state: next, effects: [{ kind: 'say', what: 'paused', reason }, ...armed(next)] };
}

function longest({ kind }: PauseReason): number {
  return kind === 'lost' ? longestLost : longestPause;
}

function interrupt({ phase }: QuizState, now: number): Interrupted | null {
  if (phase.kind === 'revealing') return { kind: 'revealing', remaining: Math.max(0, phase.due - now) };
  if (phase.kind !== 'asking') return null;
  const { question } = phase;
  if (question.kind === 'unposted') return { kind: 'asking', question };
  const remaining = Math.max(0, question.due - now);
  return { kind: 'asking', question: { kind: 'posted', round: question.round, remaining, haltedAt: now } };
}

/** Continues where it was: the remaining time is given again, and the pause does not count as anybody's time. */
export function resume(state: QuizState, now: number): Step {
  const { phase } = state;
  if (phase.kind !== 'paused') return refuse(state, phase.kind === 'over' ? 'not-running' : 'not-paused');
  const after = advanceSchedule(state, phase.was, now);
  const before: readonly Effect[] = [...disarmed(state), { kind: 'say', what: 'resumed' }];
  return { ...after, effects: [...before, ...after.effects] };
}

function advanceSchedule(state: QuizState, was: Interrupted, now: number): Step {
  if (was.kind === 'between') return askNext(state, now);
  if (was.kind === 'revealing') return enter(state, { kind: 'revealing', due: now + was.remaining });
  const { question } = was;
  if (question.kind === 'unposted') {
    const asking = enter(state, { kind: 'asking', question });
    return { ...asking, effects: [{ kind: 'post-question', no: state.closed.length }] };
  }
  const round = haltedRound(question, now);
  if (isEverybodyIn(state, round)) return closeAndReveal(state, round, toPlatform(round, now), now);
  const asking = enter(state, { kind: 'asking', question: { kind: 'posted', round, due: now + question.remaining } });
  return { ...asking, effects: [{ kind: 'progress', no: questionNo(state) }, ...asking.effects] };
}

function enter(state: QuizState, phase: Phase): Step {
  const next = { ...state, phase };
  return { state: next, effects: armed(next) };
}

/** Nobody resumed in time. */
export function giveUp(state: QuizState, reason: PauseReason, now: number): Step {
  const reasons: Record<PauseReason['kind'], OverReason> = {
    asked: 'stopped',
    'nobody-answers': 'nobody',
    unheard: 'nobody',
    lost: 'lost-permission',
  };
  return endNow(state, reasons[reason.kind], null, now);
}
