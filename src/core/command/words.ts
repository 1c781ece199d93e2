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
