import type { Environment } from '../environment.ts';
import type { Unit } from '../store/store.ts';
import { carryOut } from './effects.ts';
import { advance } from './replay.ts';

type Needs = Pick<Environment, 'bank' | 'clock' | 'rules'>;

/**
 * Takes the person with this key out of all quizzes by the rules, in the unit in which everything else about them is
 * deleted. Whoever has one of these quizzes in memory finds its version changed, and reads it again.
 */
export async function leaveQuizzes(unit: Unit, user: string, { bank, clock, rules }: Needs): Promise<void> {
  for (const stored of await unit.quizzes.of(user)) {
    const answers = await unit.quizzes.answers(stored.id);
    const { state, effects } = advance(stored.state, answers, { kind: 'forget', user }, clock.steady());
    const quiz = { ...stored, state, version: stored.version + 1, live: state.phase.kind !== 'over' };
    if (!(await unit.quizzes.save(quiz))) throw new Error(`The quiz ${stored.id} was changed while it was locked.`);
    await carryOut(effects, { unit, bank, quiz, wall: clock.wall(), rules });
  }
}
