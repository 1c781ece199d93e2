import { isDeepStrictEqual } from 'node:util';
import type { REST } from 'discord.js';
import { ApplicationCommandType, Routes } from 'discord.js';
import type { Subject } from '../../../core/bank.ts';
import type { RegisteredCommand } from '../inbound/commands.ts';
import { commandsFor } from '../inbound/commands.ts';

type Options = {
  readonly rest: REST;
  readonly applicationId: string;
  readonly subject: Subject;
  /** Only in this server, where commands appear at once. */
  readonly guildId?: string;
  /** Removes all commands instead. */
  readonly remove?: boolean;
};

/** What changed about one command. */
export type Change = {
  readonly name: string;
  readonly change: 'created' | 'changed' | 'removed' | 'unchanged';
};

/** What changed, and the ids of the commands that are typed, by name: Discord makes a link of an id. */
export type Registration = { readonly changes: readonly Change[]; readonly ids: ReadonlyMap<string, string> };

/**
 * Makes Discord's list of commands equal to ours. Nothing is written if the lists agree: Discord limits new commands to 200
 * a day, and a bot may restart often. Rejects with discord.js's error.
 */
export async function registerCommands(options: Options): Promise<Registration> {
  const before = await readRegistered(options);
  const changes = compare(before, requestedBy(options));
  const isDue = changes.some(({ change }) => change !== 'unchanged');
  const now = isDue ? await options.rest.put(routeOf(options), { body: requestedBy(options) }) : before;
  return { changes, ids: idsOf(now as readonly Registered[]) };
}

/** What `registerCommands` would change. */
export async function compareCommands(options: Options): Promise<readonly Change[]> {
  return compare(await readRegistered(options), requestedBy(options));
}

async function readRegistered(options: Options): Promise<readonly Registered[]> {
  return (await options.rest.get(routeOf(options))) as readonly Registered[];
}

function idsOf(registered: readonly Registered[]): ReadonlyMap<string, string> {
  const typed = registered.filter((command) => typeOf(command) === ApplicationCommandType.ChatInput);
  return new Map(typed.flatMap(({ name, id }) => (id === undefined ? [] : [[name, id]])));
}

function routeOf({ applicationId, guildId }: Options) {
  return guildId === undefined
    ? Routes.applicationCommands(applicationId)
    : Routes.applicationGuildCommands(applicationId, guildId);
}

function requestedBy({ subject, guildId, remove = false }: Options): readonly RegisteredCommand[] {
  if (remove) return [];
  const commands = commandsFor(subject);
  return guildId === undefined ? commands : commands.map(forOneServer);
}

function compare(registered: readonly Registered[], wanted: readonly RegisteredCommand[]): readonly Change[] {
  const isSameName = (one: Registered, other: Registered) => one.name === other.name && typeOf(one) === typeOf(other);
  const removed = registered.filter((command) => !wanted.some((other) => isSameName(command, other)));
  return [
    ...wanted.map((command): Change => {
      const before = registered.find((other) => isSameName(command, other));
      const change = before === undefined ? 'created' : isSame(before, command) ? 'unchanged' : 'changed';
      return { name: shownName(command), change };
    }),
    ...removed.map((command): Change => ({ name: shownName(command), change: 'removed' })),
  ];
}

type Registered = { readonly name: string; readonly type?: number | undefined; readonly id?: string };

function typeOf({ type }: Registered): number {
  return type ?? ApplicationCommandType.ChatInput;
}

function shownName(command: Registered): string {
  return typeOf(command) === ApplicationCommandType.ChatInput ? `/${command.name}` : `“${command.name}”`;
}

/** Global commands alone say where they may be used and who may install them. */
function forOneServer({ contexts: _contexts, integration_types: _types, ...command }: RegisteredCommand) {
  return command;
}

/** Parts that Discord leaves out or empty if they are not set; one that is set but not wanted is a change. */
const optional = [
  'required',
  'autocomplete',
  'choices',
  'options',
  'min_value',
  'max_value',
  'min_length',
  'max_length',
];

/** True if everything wanted is there, and nothing else except ids and defaults that Discord adds. */
function isSame(given: unknown, wanted: unknown): boolean {
  if (Array.isArray(wanted)) {
    return (
      Array.isArray(given) && given.length === wanted.length && wanted.every((item, at) => isSame(given[at], item))
    );
  }
  if (typeof wanted !== 'object' || wanted === null) return isDeepStrictEqual(given, wanted);
  if (typeof given !== 'object' || given === null) return false;
  const [there, needed] = [new Map(Object.entries(given)), new Map(Object.entries(wanted))];
  const extra = optional.some((name) => !needed.has(name) && !isEmpty(there.get(name)));
  return (
    !extra &&
    [...needed].every(([name, value]) => isSame(there.get(name), value) || (isEmpty(value) && isEmpty(there.get(name))))
  );
}

function isEmpty(value: unknown): boolean {
  return value === undefined || value === null || value === false || (Array.isArray(value) && value.length === 0);
}
