import type { Application } from '../../../app/ports.ts';
import { resolveCommands } from '../../../core/resolve-commands.ts';
import { resolveTimes } from '../../../core/sending-time.ts';
import type { PlatformClock } from '../../../ops/platform-clock.ts';
import type { Resolve } from '../cards/messages.ts';
import { sayCommand } from './said-command.ts';

/** How cards are said on Discord: with links to registered commands, once their ids are known, and by Discord's clock. */
export function createSaying(application: Application, clock: PlatformClock) {
  let known: ReadonlyMap<string, string> = new Map();
  const resolve: Resolve = (card) => {
    const said = resolveCommands(card, (text) => sayCommand(text, application.subject(), known));
    return resolveTimes(said, clock.now(), clock.ahead());
  };
  return {
    resolve,
    useCommandIds: (ids: ReadonlyMap<string, string>) => {
      known = ids;
    },
  };
}
