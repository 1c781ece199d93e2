import { isDeepStrictEqual } from 'node:util';
import type { REST, RESTPostAPIChatInputApplicationCommandsJSONBody } from 'discord.js';
import { Routes } from 'discord.js';
import { commands } from './commands.ts';

type Options = {
  readonly rest: REST;
  readonly applicationId: string;
  /** Only in this server, where commands appear at once. */
  readonly guildId?: string;
};

type Command = RESTPostAPIChatInputApplicationCommandsJSONBody;

/**
 * Makes Discord's list of commands equal to ours, and tells whether that took a change. Nothing is written when the
 * lists agree: commands that are created anew are limited to 200 a day, and a bot may restart often. Rejects with
 * the error of discord.js.
 */
export async function registerCommands({ rest, applicationId, guildId }: Options): Promise<'changed' | 'unchanged'> {
  const route =
    guildId === undefined
      ? Routes.applicationCommands(applicationId)
      : Routes.applicationGuildCommands(applicationId, guildId);
  const wanted = guildId === undefined ? commands : commands.map(forOneServer);
  if (isSame(await rest.get(route), wanted)) return 'unchanged';
  await rest.put(route, { body: wanted });
  return 'changed';
}

/** Where a command may be used and who may install it is only said of global commands. */
function forOneServer({ contexts: _contexts, integration_types: _types, ...command }: Command): Command {
  return command;
}

function isSame(registered: unknown, wanted: readonly Command[]): boolean {
  if (!Array.isArray(registered) || registered.length !== wanted.length) return false;
  return wanted.every((command) => registered.some((other) => covers(other, command)));
}

/** True when everything that `wanted` says is said by `given`, which Discord fills up with ids and defaults. */
function covers(given: unknown, wanted: unknown): boolean {
  if (Array.isArray(wanted)) {
    return (
      Array.isArray(given) && given.length === wanted.length && wanted.every((item, at) => covers(given[at], item))
    );
  }
  if (typeof wanted !== 'object' || wanted === null) return isDeepStrictEqual(given, wanted);
  if (typeof given !== 'object' || given === null) return false;
  const fields = new Map(Object.entries(given));
  return Object.entries(wanted).every(([name, value]) => covers(fields.get(name), value));
}
