import type { Command } from '../../../core/command.ts';
import { parseCommand } from '../../../core/command.ts';

/**
 * What somebody meant by what they typed. `ordered`: a command with a slash, which nobody else sees. `said`: words for
 * everybody, of which the bot is told where `command` is not null. `unknown`: a slash with a word that is no command.
 */
export type Typed =
  | { readonly kind: 'ordered'; readonly command: Command }
  | { readonly kind: 'said'; readonly command: Command | null }
  | { readonly kind: 'unknown'; readonly word: string };

/** The first words that can stand behind a slash, besides `/pytorch` itself. */
export const slashWords = ['help', 'topics', 'random', 'daily', 'quiz', 'leaderboard', 'me', 'forget'] as const;

/** `direct`: in a conversation with the bot alone every word is for the bot. */
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
