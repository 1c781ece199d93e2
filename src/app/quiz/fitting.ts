import { itemKey } from '../../core/asked-item.ts';
import { misfit } from '../../core/memory/rating.ts';
import type { BankIndex } from '../bank-index.ts';
import type { Caller } from '../ports.ts';
import { difficultiesOf } from '../practice/ratings.ts';
import type { Unit } from '../store/store.ts';

/** People of a channel by whom is decided what fits it: those with the most points, who come to most quizzes. */
const most = 50;

/** How badly each item of the bank fits those who play in a channel, and whoever asks for a quiz there; by `itemKey`. */
export async function misfitsIn(
  unit: Unit,
  bank: BankIndex,
  { channel, user }: Pick<Caller, 'channel' | 'user'>,
): Promise<ReadonlyMap<string, number>> {
  const regulars = await unit.scores.page(channel, 'all', 0, most);
  const people = await unit.memory.strengths([user, ...regulars.map((row) => row.user)]);
  const difficultyOf = await difficultiesOf(unit, bank);
  return new Map(
    bank
      .items([], null)
      .map((entry) => [itemKey(entry.question.id, entry.item.id), misfit(people, difficultyOf(entry))]),
  );
}
