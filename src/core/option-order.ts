import type { Option } from './question.ts';

/** Options sorted by their text, wherever they are written down once for all: so their places tell nothing, and stay the same. */
export function byText(options: readonly Option[]): readonly Option[] {
  return options.toSorted((one, other) => (one.text < other.text ? -1 : Number(one.text > other.text)));
}
