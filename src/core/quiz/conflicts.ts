import { itemKey } from '../asked-item.ts';
import { nearDoubles } from '../near-double.ts';
import type { Question } from '../question.ts';

/** Which items give each other away, by their keys: where one stands with another, the other stands with it. */
export type Conflicts = ReadonlyMap<string, ReadonlySet<string>>;

/** The conflicts of a bank: those that its items name, whichever of the two does, and those of near-doubles. */
export function conflictsOf(questions: readonly Pick<Question, 'id' | 'items'>[]): Conflicts {
  const conflicts = new Map<string, Set<string>>();
  const add = (one: string, other: string) => conflicts.set(one, (conflicts.get(one) ?? new Set()).add(other));
  const named = questions.flatMap(({ id, items }) =>
    items.flatMap((item) => (item.conflicts ?? []).map((other) => [itemKey(id, item.id), other] as const)),
  );
  for (const [one, other] of [...named, ...nearDoubles(questions)]) {
    add(one, other);
    add(other, one);
  }
  return conflicts;
}
