import type { AskedItem } from '../../core/asked-item.ts';
import type { MemoryAnswer } from '../store/memory.ts';

/** An answer to what was asked, as memory keeps it: with topic and level as they were then. */
export function answerOf(
  { question, item }: AskedItem,
  correct: boolean,
): Pick<MemoryAnswer, 'question' | 'item' | 'topic' | 'level' | 'correct'> {
  const { id, topic, level } = question;
  return { question: id, item: item.id, topic, level, correct };
}
