import type { Item, Question } from './question.ts';

/**
 * An item as it is asked: all that its message, its verdict, its reveal and its review say, as plain JSON. It never
 * changes, whatever becomes of the bank; whatever was asked names it by the hash of its content.
 */
export type AskedItem = {
  readonly question: Pick<Question, 'id' | 'title' | 'topic' | 'level'>;
  readonly item: Item;
};

/** What is asked with an item of a question. */
export function askedItem({ id, title, topic, level }: AskedItem['question'], item: Item): AskedItem {
  const options = item.options.map(({ text, correct, why }) => ({ text, correct, why }));
  const code = item.code === undefined ? {} : { code: item.code };
  return { question: { id, title, topic, level }, item: { id: item.id, stem: item.stem, ...code, options } };
}

/** The same text for the same content, of which the hash is taken: `askedItem` has put the fields in their order. */
export function contentOf(asked: AskedItem): string {
  return JSON.stringify(askedItem(asked.question, asked.item));
}

/** The name of an item within the bank, as long as its key stays the same. */
export function itemKey(question: string, item: string): string {
  return `${question}#${item}`;
}
