import { armed } from './armed.ts';
import { withBreak } from './round-clock.ts';
import type { ClosedRound, Phase, QuizState } from './state.ts';
import type { Step } from './step.ts';
import { refuse } from './step.ts';

/**
 * After an outage of ours: every deadline moves by `lost` ms, which count as nobody's time; that of a question that was
 * posted in it by what fell to it. Answers already given keep their points. Call once for each outage, after accepted
 * answers have been replayed.
 */
export function recover(state: QuizState, lost: number, now: number): Step {
  if (state.phase.kind === 'over') return refuse(state, 'not-running');
  const closed = state.closed.map((round) => prolong(round, lost, now));
  const next: QuizState = { ...state, closed, phase: later(state.phase, lost, now) };
  return { state: next, effects: armed(next) };
}

/** Extends a grace period that was running when the outage began. */
function prolong(closed: ClosedRound, lost: number, now: number): ClosedRound {
  if (closed.kind === 'unposted' || closed.until < now - lost) return closed;
  return { ...closed, until: closed.until + lost };
}

function later(phase: Phase, lost: number, now: number): Phase {
  switch (phase.kind) {
    case 'lobby':
    case 'revealing':
      return { ...phase, due: phase.due + lost };
    case 'paused':
      return { ...phase, was: interrupted(phase.was), due: phase.due + lost };
    case 'asking': {
      const { question } = phase;
      if (question.kind === 'unposted') return { ...phase, question: { ...question, interrupted: true } };
      const { round } = question;
      const posted = round.openedAt + round.skew;
      const due = question.due + Math.min(lost, Math.max(0, now - posted));
      return { ...phase, question: { ...question, round: withBreak(round, now - lost, now, true), due } };
    }
    case 'over':
      return phase;
  }
}

/** A halted clock stands still anyway; a message on its way has been delayed. */
function interrupted(was: Extract<Phase, { kind: 'paused' }>['was']): typeof was {
  if (was.kind !== 'asking' || was.question.kind === 'posted') return was;
  return { ...was, question: { ...was.question, interrupted: true } };
}
