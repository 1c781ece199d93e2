import type { Rich } from '../../core/card.ts';
import { rich } from '../../core/card.ts';
import type { Person } from '../../core/quiz/state.ts';

/** `Ada, Bo and Cy`; beyond `shown` the rest are counted: `Ada, Bo and 7 more`. */
export function namesOf(persons: readonly Person[], shown: number): Rich {
  const named = persons.length > shown ? persons.slice(0, shown) : persons;
  const spans = named.flatMap(({ user, name }, index): Rich => {
    const isLast = index === persons.length - 1;
    return [...(index === 0 ? [] : rich(isLast ? ' and ' : ', ')), { kind: 'person', user, text: name }];
  });
  return named.length < persons.length ? [...spans, ...rich(` and ${persons.length - named.length} more`)] : spans;
}
