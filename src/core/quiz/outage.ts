import type { Effect } from './effect.ts';
import { pause } from './pause.ts';
import { recover } from './recover.ts';
import type { QuizState } from './state.ts';
import { openQuestion, questionNo } from './state.ts';
import type { Step } from './step.ts';

/** An outage that took less than this (ms) is given back without a word. */
const leastSaid = 5000;

/**
 * Nothing that people did could arrive for the last `lost` ms. That time is given back as after a crash, the countdown is
 * shown anew, and a longer outage is told: people saw their clicks fail.
 */
export function hearAgain(state: QuizState, lost: number, now: number): Step {
  const step = recover(state, lost, now);
  if (step.refusal !== undefined || lost === 0) return step;
  return { ...step, effects: [...step.effects, ...shown(step.state), ...told(step.state, lost)] };
}

/** It is not known when that will be over: the time is given back until now, and the quiz pauses until somebody resumes it. */
export function pauseUnheard(state: QuizState, lost: number, now: number): Step {
  const { phase } = state;
  if (phase.kind !== 'asking' && phase.kind !== 'revealing') return recover(state, lost, now);
  return pause(recover(state, lost, now).state, { kind: 'unheard' }, now);
}

/** What counts down has a new end. */
function shown(state: QuizState): readonly Effect[] {
  if (state.phase.kind === 'lobby') return [{ kind: 'edit-lobby' }];
  const isRunning = state.phase.kind === 'asking' && openQuestion(state)?.kind === 'posted';
  return isRunning ? [{ kind: 'progress', no: questionNo(state) }] : [];
}

/** Before the first question there is nowhere to say it, and nothing to lose. */
function told({ phase }: QuizState, lost: number): readonly Effect[] {
  const isPlayed = phase.kind === 'asking' || phase.kind === 'revealing';
  return isPlayed && lost >= leastSaid ? [{ kind: 'say', what: 'waited', lost }] : [];
}
