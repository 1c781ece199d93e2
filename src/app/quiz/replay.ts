import type { Effect } from '../../core/quiz/effect.ts';
import type { QuizEvent } from '../../core/quiz/event.ts';
import { reduce } from '../../core/quiz/reduce.ts';
import type { Refusal } from '../../core/quiz/refusal.ts';
import type { QuizState } from '../../core/quiz/state.ts';
import { choices } from '../../core/quiz/state.ts';
import type { StoredAnswer } from '../store/quiz.ts';

/** A stored state with the answers that were recorded since, and the effects that these still call for. */
export type Replayed = { readonly state: QuizState; readonly effects: readonly Effect[] };

/**
 * Takes recorded answers through the rules once more. Those that the state has already change nothing. What is left of
 * their effects is what nobody has carried out yet: a crash may have come between an answer and the close it brought.
 */
export function replay(stored: QuizState, answers: readonly StoredAnswer[]): Replayed {
  let state = stored;
  const effects: Effect[] = [];
  const last = new Map(answers.map(({ no }, place) => [no, place]));
  for (const [place, { no, user, name, choice, at, received }] of answers.entries()) {
    const known = choices.find((candidate) => candidate === choice);
    if (known === undefined) continue;
    // All of them were told that they count, also who came when everybody else had answered on another instance.
    const more = last.get(no) !== place;
    const step = reduce(state, { kind: 'answer', no, user, name, choice: known, at, more }, received);
    state = step.state;
    effects.push(...step.effects.filter(({ kind }) => kind !== 'progress'));
  }
  return { state, effects };
}

/**
 * Takes an event that came in at `now` (steady clock) to a stored state with the answers since; null for no event. The
 * effects are those that the answers still call for, then its own. The very same state where nothing has changed.
 */
export function advance(
  stored: QuizState,
  answers: readonly StoredAnswer[],
  event: QuizEvent | null,
  now: number,
): Replayed & { readonly refusal: Refusal | null } {
  const replayed = replay(stored, answers);
  if (event === null) return { ...replayed, refusal: null };
  const { state, effects, refusal = null } = reduce(replayed.state, event, now);
  return { state, effects: [...replayed.effects, ...effects], refusal };
}
