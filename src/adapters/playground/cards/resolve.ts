import type { Subject } from '../../../core/bank.ts';
import type { Card, Rich } from '../../../core/card.ts';
import type { Command } from '../../../core/command.ts';
import { resolveCommands } from '../../../core/resolve-commands.ts';
import { resolveTimes } from '../../../core/sending-time.ts';
import { readTyped } from '../inbound/typed-text.ts';

/**
 * The card as it is said here, at `now` (UTC ms): with commands as they are typed here, each with what a press of it does
 * (`send` or `fill`), and its times as instants.
 */
export function resolveCard(card: Card, subject: Subject, now: number): Card {
  const say = (text: string): Rich => {
    const alone = `/${text}`;
    const isCommand = readTyped(alone, false, subject).kind === 'ordered';
    const said = isCommand ? alone : `/${subject.command} ${text}`.trim();
    const typed = readTyped(said, false, subject);
    const isWhole = typed.kind === 'ordered' && !isForThemToChange(typed.command);
    return [{ kind: 'command', text: said, handle: isWhole ? 'send' : 'fill' }];
  };
  return resolveTimes(resolveCommands(card, say), now);
}

/** A time of day and a city in a hint are examples; what deletes everything is read once more; a mistake is mended first. */
function isForThemToChange(command: Command): boolean {
  switch (command.kind) {
    case 'daily':
      return command.action === 'on';
    case 'practice':
      return command.action === 'daily-on';
    default:
      return command.kind === 'forget-me' || command.kind === 'mistake';
  }
}
