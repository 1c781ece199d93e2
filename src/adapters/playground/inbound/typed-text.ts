import type { Command } from '../../../core/command.ts';
import { parseCommand } from '../../../core/command.ts';

/**
 * The meaning of what somebody typed. `ordered`: a slash command, which nobody else sees. `said`: a message for
 * everybody, and for the bot too if `command` is not null. `unknown`: a slash with a word that is not a command.
 */
export type Typed =
  | { readonly kind: 'ordered'; readonly command: Command }
  | { readonly kind: 'said'; readonly command: Command | null }
  | { readonly kind: 'unknown'; readonly word: string };

/** The words that can follow a slash, besides `/pytorch` itself. */
const slashWords = ['help', 'topics', 'random', 'daily', 'quiz', 'leaderboard', 'me', 'forget'] as const;

/** `direct`: in a conversation with the bot alone, every word is for the bot. */
export function readTyped(text: string, direct: boolean): Typed {
  const typed = text.trim();
  const [, slashed, rest = ''] = /^\/(\S*)\s*([\s\S]*)$/.exec(typed) ?? [];
  if (slashed !== undefined) {
    const word = slashed.toLowerCase();
    if (word === 'pytorch') return { kind: 'ordered', command: parseCommand(rest) };
    if (!slashWords.some((known) => known === word)) return { kind: 'unknown', word: slashed };
    return { kind: 'ordered', command: parseCommand(`${word} ${rest}`) };
  }
  const mentioned = /^@(?:bot|pytorch)\b[\s,:]*([\s\S]*)$/i.exec(typed);
  if (mentioned !== null) return { kind: 'said', command: parseCommand(mentioned[1] ?? '') };
  return { kind: 'said', command: direct ? parseCommand(typed) : null };
}
