import { createRestForPosts } from '../adapters/discord/connection/client.ts';
import { toRegistrationFault, toStartFault } from '../adapters/discord/connection/start-fault.ts';
import type { DiscordConfig } from '../adapters/discord/discord-config.ts';
import type { Change } from '../adapters/discord/setup/registration.ts';
import { registerCommands } from '../adapters/discord/setup/registration.ts';
import type { Subject } from '../core/bank.ts';
import type { Print } from './print.ts';

/**
 * `discord:register`: registers our commands with Discord, without connecting, and prints what happened to each.
 * Idempotent. Resolves to the exit code, and rejects with a Fault that says how to fix it. `config` is that of the bot
 * itself: with a server, only that server's list. `remove` empties the list instead.
 */
export async function registerDiscordCommands(
  config: DiscordConfig,
  subject: Subject,
  print: Print,
  remove = false,
): Promise<number> {
  const rest = createRestForPosts(config);
  try {
    const changes = await register(rest, config, subject, remove);
    for (const { name, change } of changes) print.line(`${change.padEnd(widest)}  ${name}`);
    print.line(summary(changes, config.guildId));
    return 0;
  } finally {
    rest.clearHashSweeper();
    rest.clearHandlerSweeper();
  }
}

const widest = 'unchanged'.length;

async function register(
  rest: ReturnType<typeof createRestForPosts>,
  { guildId }: DiscordConfig,
  subject: Subject,
  remove: boolean,
): Promise<readonly Change[]> {
  const application = await rest.get('/applications/@me').catch((error: unknown) => {
    throw toStartFault(error);
  });
  const { id: applicationId } = application as { readonly id: string };
  try {
    const guild = guildId === undefined ? {} : { guildId };
    return (await registerCommands({ rest, applicationId, subject, remove, ...guild })).changes;
  } catch (error) {
    throw toRegistrationFault(error, applicationId, guildId);
  }
}

function summary(changes: readonly Change[], guildId: string | undefined): string {
  const changed = changes.filter(({ change }) => change !== 'unchanged').length;
  const where = guildId === undefined ? 'everywhere' : `in the server ${guildId}`;
  if (changed === 0) return `Nothing to do: ${changes.length} commands are registered ${where}.`;
  return `${changed} of ${changes.length} commands brought up to date ${where}; people see it when they reload Discord.`;
}
