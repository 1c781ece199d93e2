import type { NamedTopic } from '../../src/core/bank.ts';
import type { Command } from '../../src/core/command.ts';
import { parseCommand } from '../../src/core/command.ts';

/** Topics of a bank. */
export const topics: readonly NamedTopic[] = [
  ...['fundamentals', 'tensors', 'autograd', 'modules', 'losses', 'training', 'vision', 'sequences', 'data'].map(
    (id) => ({ id, title: `${id.slice(0, 1).toUpperCase()}${id.slice(1)}` }),
  ),
  { id: 'systems', title: 'Systems' },
];

/** What a text means to a bot with these topics. */
export function commandOf(text: string): Command {
  return parseCommand(text, topics);
}
