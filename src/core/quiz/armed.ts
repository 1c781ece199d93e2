import type { Effect, TimerName } from './effect.ts';
import type { Phase, QuizState } from './state.ts';
import { questionNo } from './state.ts';

export type ArmedTimer = Extract<Effect, { kind: 'arm' }>;

const timerOf: Record<Exclude<Phase['kind'], 'over'>, TimerName> = {
  lobby: 'lobby',
  asking: 'close',
  revealing: 'reveal',
  paused: 'pause',
};

/** The one timer that a quiz waits for; none while it waits for a message to be posted, or is over. */
export function armed(state: QuizState): readonly ArmedTimer[] {
  const due = dueOf(state.phase);
  if (due === null || state.phase.kind === 'over') return [];
  return [{ kind: 'arm', timer: timerOf[state.phase.kind], no: questionNo(state), due }];
}

function dueOf(phase: Phase): number | null {
  if (phase.kind === 'over') return null;
  if (phase.kind !== 'asking') return phase.due;
  return phase.question.kind === 'posted' ? phase.question.due : null;
}

/** Cancels that timer when its phase ends in another way. */
export function disarmed(state: QuizState): readonly Effect[] {
  return armed(state).map(({ timer }) => ({ kind: 'disarm', timer }));
}
