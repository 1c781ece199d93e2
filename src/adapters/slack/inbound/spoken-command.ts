import type { NamedTopic } from '../../../core/bank.ts';
import { mistake, quoted } from '../../../core/command/words.ts';
import type { Command } from '../../../core/command.ts';
import { parseCommand } from '../../../core/command.ts';
import { unescapeText, withoutEmoji } from '../cards/slack-text.ts';
import { groupIdOf } from '../cards/user-group.ts';

/** Recovers the words that somebody typed from Slack's encoding. */
export function typedWords(text: string): string {
  return unescapeText(withoutEmoji(text));
}

/**
 * The command in what somebody wrote, in Slack's encoding. Only a daily question can call a user group, and only one that
 * Slack has marked as such (`should_escape` for slash commands): a name alone cannot be called.
 */
export function readCommand(text: string, topics: readonly NamedTopic[]): Command {
  const command = parseCommand(typedWords(text), topics);
  if (pingOf(command) === null) return command;
  const marked = parseCommand(unescapeText(withoutEmoji(text), 'as-mentions'), topics);
  const ping = pingOf(marked) ?? '';
  if (groupIdOf(ping) !== null) return marked;
  return mistake(
    'daily',
    `${quoted(ping)} is no user group that I can notify. Type @ behind ping: and choose the group from the list that Slack shows.`,
    'daily on 09:00 Europe/Berlin ping:@your-group',
  );
}

function pingOf(command: Command): string | null {
  return command.kind === 'daily' && command.action === 'on' ? command.settings.ping : null;
}
