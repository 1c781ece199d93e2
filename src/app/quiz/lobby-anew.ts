import { reopenQuiz } from '../../core/quiz/open.ts';
import { reduce } from '../../core/quiz/reduce.ts';
import type { Environment } from '../environment.ts';
import type { StoredQuiz } from '../store/quiz.ts';
import type { Unit } from '../store/store.ts';
import type { ClaimedTimer } from '../store/timer.ts';
import { carryOut } from './effects.ts';
import { quizId } from './opening.ts';

/**
 * Shows a lobby whose message was deleted once more, for somebody who wanted to start a quiz there: host, players and
 * questions stay. It goes on as another quiz, since a platform may take a second message under the same key for the
 * first. Nothing happens once it has begun: then its thread goes on without the message. `timer` is what called for it.
 */
export function showLobbyAnew(timer: ClaimedTimer, id: string, environment: Environment): Promise<void> {
  return environment.store.transact(async (unit) => {
    // The quiz before its timers, as everywhere.
    const stored = await unit.quizzes.lock(id);
    const isOurs = await unit.timers.finish(timer);
    if (isOurs && stored?.state.phase.kind === 'lobby') await reopen(unit, stored, environment);
  });
}

async function reopen(unit: Unit, stored: StoredQuiz, { bank, clock, rules, random }: Environment): Promise<void> {
  const context = { unit, bank, wall: clock.wall(), rules };
  const ended = reduce(stored.state, { kind: 'lost', reason: 'gone' }, clock.steady());
  const old: StoredQuiz = { ...stored, state: ended.state, version: stored.version + 1, live: false };
  if (!(await unit.quizzes.save(old))) throw new Error(`The quiz ${stored.id} was changed while it was locked.`);
  // Its message, of which nothing is left to edit, is no matter any more.
  await carryOut(
    ended.effects.filter(({ kind }) => kind === 'disarm'),
    { ...context, quiz: old },
  );
  const again = reopenQuiz(stored.state, quizId(random), clock.steady());
  const quiz: StoredQuiz = { ...stored, id: again.state.id, state: again.state, version: 1, live: true };
  if ((await unit.quizzes.open(quiz)) !== null) throw new Error(`The channel of ${stored.id} was not free.`);
  await carryOut(again.effects, { ...context, quiz });
}
