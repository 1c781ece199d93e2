import { loadBank } from '../../src/bank/load.ts';
import type { Bank } from '../../src/core/bank.ts';
import type { Question } from '../../src/core/question.ts';

/** The bank that the project ships, whole. */
export const whole = await loadBank('data');

/**
 * That bank with its first fifty questions alone, for whatever is not about its content: it stays as it is while the bank
 * grows.
 */
export const shipped = bankOf(whole.questions.filter(({ seed }) => seed !== null));

/** Its questions. */
export const bank = shipped.questions;

/** The same bank with other questions, of which no calibration is kept. */
export function bankOf(questions: readonly Question[]): Bank {
  return { subject: whole.subject, words: whole.words, questions };
}

/** A question of a small bank of its own. */
export function question(id: string, title: string, aliases: readonly string[] = [], answer = ''): Question {
  return {
    id,
    seed: null,
    title,
    aliases,
    errors: [],
    topic: 'fundamentals',
    level: 'easy',
    references: [],
    items: [],
    answer,
    body: [],
  };
}
