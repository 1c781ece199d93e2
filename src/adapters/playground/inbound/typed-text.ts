import type { Subject } from '../../../core/bank.ts';
import { subcommands } from '../../../core/command/reserved.ts';
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

/**
 * A slash is followed by the bank's look-up command or by a sub-command. `direct`: in a conversation with the bot alone,
 * every word is for the bot.
 */
export function readTyped(text: string, direct: boolean, { command: lookUp, topics }: Subject): Typed {
  const parse = (words: string) => parseCommand(words, topics);
  const typed = text.trim();
  const [, slashed, rest = ''] = /^\/(\S*)\s*([\s\S]*)$/.exec(typed) ?? [];
  if (slashed !== undefined) {
    const word = slashed.toLowerCase();
    if (word === lookUp) return { kind: 'ordered', command: parse(rest) };
    if (!subcommands.some((known) => known === word)) return { kind: 'unknown', word: slashed };
    return { kind: 'ordered', command: parse(`${word} ${rest}`) };
  }
  const mentioned = /^@([\w-]+)[\s,:]*([\s\S]*)$/.exec(typed);
  const [, name = '', said = ''] = mentioned ?? [];
  if (['bot', lookUp].includes(name.toLowerCase())) return { kind: 'said', command: parse(said) };
  return { kind: 'said', command: direct ? parse(typed) : null };
}
