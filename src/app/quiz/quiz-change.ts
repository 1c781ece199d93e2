import type { QuizEvent } from '../../core/quiz/event.ts';
import type { Refusal } from '../../core/quiz/refusal.ts';
import type { QuizState } from '../../core/quiz/state.ts';
import type { Environment } from '../environment.ts';
import type { StoredQuiz } from '../store/quiz.ts';
import type { Unit } from '../store/store.ts';
import { carryOut } from './effects.ts';
import type { CachedQuiz } from './quiz-cache.ts';
import { advance, replay } from './replay.ts';

type Needs = Pick<Environment, 'bank' | 'clock' | 'rules'>;

/** What an event came to: the state after it, and why it changed nothing where it did not. Null: there is no such quiz. */
export type Outcome = { readonly state: QuizState; readonly refusal: Refusal | null } | null;

/** A guard that may withdraw an event within its own unit (a timer that is no longer ours). */
export type Guard = (unit: Unit) => Promise<boolean>;

/** An event that came in at `now`, by the steady clock; null to carry out only what recorded answers still call for. */
type Change = { readonly event: QuizEvent | null; readonly now: number; readonly guard?: Guard | undefined };

/** A quiz after a change, and why that changed nothing where it did not. */
type Changed = { readonly quiz: CachedQuiz; readonly refusal: Refusal | null };

/**
 * Takes an event to a quiz: locks it, replays the answers since, and saves the new state together with all that it calls
 * for. Null: there is no such quiz, or the guard has withdrawn the event.
 */
export async function changeQuiz(
  unit: Unit,
  id: string,
  { event, now, guard }: Change,
  { bank, clock, rules }: Needs,
): Promise<Changed | null> {
  // The quiz before its timers, as everywhere: two instances would else wait for each other.
  const stored = await unit.quizzes.lock(id);
  if (stored === null) return null;
  if (guard !== undefined && !(await guard(unit))) return null;
  const { state, effects, refusal } = advance(stored.state, await unit.quizzes.answers(id), event, now);
  if (state === stored.state && effects.length === 0) return { quiz: { stored, state }, refusal };
  const quiz: StoredQuiz = { ...stored, state, version: stored.version + 1, live: state.phase.kind !== 'over' };
  if (!(await unit.quizzes.save(quiz))) throw new Error(`The quiz ${id} was changed while it was locked.`);
  await carryOut(effects, { unit, bank, quiz, wall: clock.wall(), rules });
  return { quiz: { stored: quiz, state }, refusal };
}

/** Shows how many have answered question `no`, while it is asked and where there is room for that. True when recorded answers call for more than that. */
export async function showAnswered(
  unit: Unit,
  id: string,
  no: number,
  { bank, clock, rules, hasRoom }: Needs & { readonly hasRoom: (scope: string) => boolean },
): Promise<boolean> {
  const stored = await unit.quizzes.lock(id);
  if (stored === null) return false;
  const { state, effects } = replay(stored.state, await unit.quizzes.answers(id));
  const isAsked = state.phase.kind === 'asking' && state.closed.length === no;
  const quiz = { ...stored, state };
  if (isAsked && hasRoom(quiz.scope))
    await carryOut([{ kind: 'progress', no }], { unit, bank, quiz, wall: clock.wall(), rules });
  return effects.length > 0;
}
