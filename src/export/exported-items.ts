import type { AskedItem } from '../core/asked-item.ts';
import { askedItem } from '../core/asked-item.ts';
import { byText } from '../core/option-order.ts';
import type { Question } from '../core/question.ts';

/**
 * All items of these questions as they are exported: the options sorted by their text, since in the bank their order means nothing,
 * and elsewhere a key that always comes first would tell.
 */
export function exportedItems(questions: readonly Question[]): readonly AskedItem[] {
  return questions.flatMap((question) =>
    question.items.map((item) => askedItem(question, { ...item, options: byText(item.options) })),
  );
}
