import type { Level, Topic } from './question.ts';
import { levels, topics } from './question.ts';

/** What a person wants of the bot, whatever words or typed options it came in. */
export type Command =
  | { readonly kind: 'help' }
  | { readonly kind: 'ask'; readonly query: string }
  | { readonly kind: 'random'; readonly topic?: Topic; readonly level?: Level }
  | { readonly kind: 'topics' };

/**
 * Reads what was typed behind `/pytorch` or a mention. A first word is a sub-command only if the rest fits it
 * (`random tensors easy`); everything else is a look-up (`random forest or boosting`). Never fails: whatever the text
 * is, it is at least a question.
 */
export function parseCommand(text: string): Command {
  const query = text.trim();
  const [verb = '', ...rest] = query.toLowerCase().split(/\s+/);
  if (query === '' || ((verb === 'help' || verb === '?') && rest.length === 0)) return { kind: 'help' };
  if (verb === 'topics' && rest.length === 0) return { kind: 'topics' };
  if (verb === 'random') return parseRandom(rest) ?? { kind: 'ask', query };
  return { kind: 'ask', query };
}

function parseRandom(words: readonly string[]): Command | null {
  const topic = topics.find((candidate) => words.includes(candidate));
  const level = levels.find((candidate) => words.includes(candidate));
  const understood = Number(topic !== undefined) + Number(level !== undefined);
  if (understood !== words.length) return null;
  return { kind: 'random', ...(topic === undefined ? {} : { topic }), ...(level === undefined ? {} : { level }) };
}
