import type { NamedTopic } from './bank.ts';
import { isShort, wordsOf } from './command/words.ts';
import { parseCommand } from './command.ts';
import { editDistance } from './edit-distance.ts';

/**
 * A look-up that was perhaps meant as a command. `misspelt`: its first word is one edit from a command's. `random`: a
 * random question, with words that are no filter.
 */
export type CommandSlip = {
  readonly kind: 'misspelt' | 'random' | 'daily';
  /** The command to type instead. */
  readonly meant: string;
  /** True if hardly anything else can be meant, so that no question has to be offered beside it. */
  readonly certain: boolean;
};

/** Shorter ones (`me`, `?`) are one edit from too many words. */
const commandWords = [
  ...['help', 'topics', 'random', 'daily', 'quiz', 'practice', 'interview', 'leaderboard', 'forget'],
] as const;

/**
 * The command behind a text that `parseCommand` takes for a look-up; null if none is near. It is to be asked only after
 * the bank had no good answer: any text may be a question.
 */
export function commandSlip(text: string, topics: readonly NamedTopic[]): CommandSlip | null {
  const isCommand = (typed: string) => !['ask', 'mistake'].includes(parseCommand(typed, topics).kind);
  const [first = '', ...rest] = wordsOf(text.trim()).map((word) => word.toLowerCase());
  if (!isShort([first, ...rest])) return null;
  if (first === 'daily' && rest.length === 1) return { kind: 'daily', meant: 'daily status', certain: false };
  if (first === 'random') return rest.length === 0 ? null : { kind: 'random', meant: 'random', certain: false };
  const meant = commandWords
    .filter((word) => editDistance(first, word, 1) === 1)
    .map((word) => [word, ...rest].join(' '))
    .find(isCommand);
  // A single word one edit away may well be a word of the subject; what fits behind it as well hardly is.
  return meant === undefined ? null : { kind: 'misspelt', meant, certain: rest.length > 0 };
}
