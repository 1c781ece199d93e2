import type { AskedItem } from '../../core/asked-item.ts';
import type { MemoryAnswer } from '../store/memory.ts';

/** Names of answers in memory, where each counts once: also what is learned later from what was stored before is named so. */
export const sources = {
  daily: (channel: string, date: string) => `daily:${channel}:${date}`,
  quiz: (id: string, no: number) => `quiz:${id}:${no}`,
  practice: (session: string, no: number) => `practice:${session}:${no}`,
  interview: (id: string, no: number) => `interview:${id}:${no}`,
  /** Of one message, or of one event where that is not known. */
  tried: (message: string, asked: string | null) => `try:${message}:${asked}`,
} as const;

/**
 * An answer to what was asked, as memory keeps it: with topic and level as they were then. `asked`: its hash, `choice`: the
 * place of the chosen option in the order of the bank; null for what nobody knows any more.
 */
export function answerOf(
  { question, item }: AskedItem,
  { asked, choice, correct }: Pick<MemoryAnswer, 'asked' | 'choice' | 'correct'>,
): Omit<MemoryAnswer, 'user' | 'source' | 'at'> {
  const { id, topic, level } = question;
  return { question: id, item: item.id, asked, choice, topic, level, correct };
}
