import type { Effect } from './effect.ts';
import type { Refusal } from './refusal.ts';
import type { QuizState } from './state.ts';

/** The result of an event: the new state and its side effects. With a refusal the state is the very same object. */
export type Step = {
  readonly state: QuizState;
  readonly effects: readonly Effect[];
  readonly refusal?: Refusal;
};

/** Changes nothing, for a reason. */
export function refuse(state: QuizState, kind: Exclude<Refusal['kind'], 'already-answered'>): Step {
  return { state, effects: [], refusal: { kind } };
}
