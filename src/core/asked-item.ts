import type { Item, Question } from './question.ts';
import { levelOf } from './question.ts';

/**
 * A snapshot of an item as it is asked: everything that its message, verdict, reveal and review say, as plain JSON. It
 * never changes, whatever happens to the bank; whatever was asked refers to it by the hash of its content.
 */
export type AskedItem = {
  /** `level` is the item's. */
  readonly question: Pick<Question, 'id' | 'title' | 'topic' | 'level'>;
  readonly item: Item;
};

/**
 * The snapshot of one item of a question. A level of its own is kept where the question's stands, so that the content of
 * every other item is what it was before items had levels.
 */
export function askedItem(question: AskedItem['question'], item: Item): AskedItem {
  const { id, title, topic } = question;
  const level = levelOf(question, item);
  const options = item.options.map(({ text, correct, why }) => ({ text, correct, why }));
  const code = item.code === undefined ? {} : { code: item.code };
  return { question: { id, title, topic, level }, item: { id: item.id, stem: item.stem, ...code, options } };
}

/** The text that is hashed: the same for the same content, since `askedItem` fixes the order of the fields. */
export function contentOf(asked: AskedItem): string {
  return JSON.stringify(askedItem(asked.question, asked.item));
}

/** The name of an item within the bank; it stays the same as long as the item's key does. */
export function itemKey(question: string, item: string): string {
  return `${question}#${item}`;
}
