import { itemKey } from '../../core/asked-item.ts';
import { orderOf } from '../../core/permutation.ts';
import type { Item, Level, Question, Topic } from '../../core/question.ts';
import { levelOf } from '../../core/question.ts';

/** One item as it stands on a paper: without its key. */
export type PaperItem = {
  /** Names what is printed, and nothing else: with other words it is another code. */
  readonly code: string;
  /** The item, as `itemKey` names it; not printed, since names give away what an item is after. */
  readonly key: string;
  readonly topic: Topic;
  readonly level: Level;
  readonly item: Item;
  /** Which option is printed at A, B, C and D. */
  readonly order: readonly number[];
};

/** Digits of a code: among a thousand items two have the same once in ten thousand banks. */
const codeLength = 8;

/**
 * All items in an order that says nothing: by their codes, so that items of a question stand apart, and each with its
 * options shuffled, the same way each time. `digest` gives hexadecimal digits.
 */
export function paperOf(questions: readonly Question[], digest: (text: string) => string): readonly PaperItem[] {
  return questions
    .flatMap((question) =>
      question.items.map((item): PaperItem => {
        const printed = JSON.stringify([item.stem, item.code ?? '', ...item.options.map(({ text }) => text)]);
        const code = digest(printed).slice(0, codeLength);
        return {
          code,
          key: itemKey(question.id, item.id),
          topic: question.topic,
          level: levelOf(question, item),
          item,
          order: orderOf(Number.parseInt(code, 16)),
        };
      }),
    )
    .toSorted((a, b) => (a.code < b.code ? -1 : 1));
}
