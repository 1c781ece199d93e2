import type { Progress } from '../../core/progress/progress.ts';
import { progressOf, weeksShown } from '../../core/progress/progress.ts';
import type { Environment } from '../environment.ts';
import type { Unit } from '../store/store.ts';

export type ProgressNeeds = Pick<Environment, 'bank' | 'clock'>;

/** How far a person has come, in all scopes together, with the questions that this bank has now. */
export async function readProgress(
  { memory }: Pick<Unit, 'memory'>,
  user: string,
  { bank, clock }: ProgressNeeds,
): Promise<Progress> {
  const now = clock.wall();
  return progressOf({
    cards: await memory.cards(user),
    weeks: await memory.weeks(user, now, weeksShown),
    topicOf: (question) => (bank.includes(question) ? bank.question(question)?.topic : undefined),
    questions: new Set(bank.items([], null).map(({ question }) => question.id)).size,
    now,
  });
}
