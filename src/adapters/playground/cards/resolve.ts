import type { Subject } from '../../../core/bank.ts';
import type { Card } from '../../../core/card.ts';
import { resolveCommands } from '../../../core/resolve-commands.ts';
import { resolveTimes } from '../../../core/sending-time.ts';
import { readTyped } from '../inbound/typed-text.ts';

/** The card as it is said here, at `now` (UTC ms): with commands as they are typed here, and its times as instants. */
export function resolveCard(card: Card, subject: Subject, now: number): Card {
  const say = (text: string) => {
    const alone = `/${text}`;
    const isCommand = readTyped(alone, false, subject).kind === 'ordered';
    return isCommand ? alone : `/${subject.command} ${text}`.trim();
  };
  return resolveTimes(
    resolveCommands(card, (text) => [{ kind: 'code', text: say(text) }]),
    now,
  );
}
