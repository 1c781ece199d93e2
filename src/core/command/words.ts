import type { NamedTopic } from '../bank.ts';
import { bareId } from '../bank-name.ts';
import type { Level } from '../question.ts';
import { levels } from '../question.ts';

/** A sub-command that was clearly meant and cannot be carried out as written. */
export type Mistake = {
  readonly kind: 'mistake';
  readonly of: 'daily' | 'quiz' | 'practice' | 'interview' | 'leaderboard' | 'season';
  /** What is wrong, as plain text; may quote what was typed. */
  readonly reason: string;
  /** How to write it correctly, as it stands behind the look-up command. */
  readonly example: string;
};

const quotedAtMost = 40;

/** Longer text after a sub-command is a question. */
const slipAtMost = 5;

/** The words of a text as they were typed; a mention in angle brackets stays one word. */
export function wordsOf(text: string): readonly string[] {
  return text.match(/(?:<[^<>]*>|\S)+/g) ?? [];
}

/** True for the id of one of the topics. */
export function isTopic(word: string, topics: readonly NamedTopic[]): boolean {
  return topics.some(({ id }) => id === word);
}

/** The ids of topics, as they are typed in a command. */
export function idsOf(topics: readonly NamedTopic[]): readonly string[] {
  return topics.map(({ id }) => bareId(id));
}

export function isLevel(word: string): word is Level {
  return levels.some((level) => level === word);
}

/**
 * True if the words after a sub-command look like a mistake in it: few, not a question, and more than half of them in
 * `of`.
 */
export function isSlip(words: readonly string[], of: readonly string[]): boolean {
  const own = words.filter((word) => of.includes(word.toLowerCase()));
  return isShort(words) && 2 * own.length > words.length;
}

/** True if there are few enough words for a command, and they do not end with a question mark. */
export function isShort(words: readonly string[]): boolean {
  return words.length <= slipAtMost && !words.at(-1)?.endsWith('?');
}

/** What was typed, in quotation marks and cut to 40 characters. */
export function quoted(text: string): string {
  const characters = [...text.slice(0, 2 * quotedAtMost + 1)];
  const shown = characters.length > quotedAtMost ? [...characters.slice(0, quotedAtMost), '…'] : characters;
  return `“${shown.join('')}”`;
}

/** A mistake: what is wrong, and an example of how to write it. */
export function mistake(of: Mistake['of'], reason: string, example: string): Mistake {
  return { kind: 'mistake', of, reason, example };
}
