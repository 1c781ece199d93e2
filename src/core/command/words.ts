import type { Level, Topic } from '../question.ts';
import { levels, topics } from '../question.ts';

/** A sub-command that is clearly meant and cannot be carried out as it was written. */
export type Mistake = {
  readonly kind: 'mistake';
  readonly of: 'daily' | 'quiz' | 'leaderboard';
  /** What is wrong and how to write it, as plain text; it may quote what was typed. */
  readonly reason: string;
};

const quotedAtMost = 40;

/** Longer text behind a sub-command is a question. */
const slipAtMost = 5;

/** The words of a text as they were typed; what is in angle brackets (a platform's mention) stays one word. */
export function wordsOf(text: string): readonly string[] {
  return text.match(/(?:<[^<>]*>|\S)+/g) ?? [];
}

export function isTopic(word: string): word is Topic {
  return topics.some((topic) => topic === word);
}

export function isLevel(word: string): word is Level {
  return levels.some((level) => level === word);
}

/** True if words behind a sub-command are a slip in it: few, no question, and more than half of them words `of` it. */
export function isSlip(words: readonly string[], of: readonly string[]): boolean {
  const own = words.filter((word) => of.includes(word.toLowerCase()));
  return isShort(words) && 2 * own.length > words.length;
}

/** True if there are few enough words for a command, and no question mark behind them. */
export function isShort(words: readonly string[]): boolean {
  return words.length <= slipAtMost && !words.at(-1)?.endsWith('?');
}

/** What was typed in quotation marks, cut to 40 characters. */
export function quoted(text: string): string {
  const characters = [...text.slice(0, 2 * quotedAtMost + 1)];
  const shown = characters.length > quotedAtMost ? [...characters.slice(0, quotedAtMost), '…'] : characters;
  return `“${shown.join('')}”`;
}

/** A mistake whose reason ends with an example of the right way. */
export function mistake(of: Mistake['of'], wrong: string, example: string): Mistake {
  return { kind: 'mistake', of, reason: `${wrong} For example: ${example}` };
}
