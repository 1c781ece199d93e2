import { applicationId, snowflake } from './fixtures.ts';
import type { Message } from './interactions.ts';
import type { Json } from './json.ts';
import { toList, toObject, toText } from './json.ts';

/** What somebody typed into the options of a command. */
export type Typed = Readonly<Record<string, string | number | boolean>>;

const subcommandType = 1;
const roleType = 8;

/**
 * What Discord sends when somebody uses a command: built by what the bot has registered, as Discord's clients do it.
 * Throws where they would not let it be sent: an unknown command or option, a lacking one, a wrong type or choice.
 */
export function useCommand(
  registered: readonly Json[],
  name: string,
  sub: string | null,
  typed: Typed,
  { focused, mentionable = new Set() }: { readonly focused?: string; readonly mentionable?: ReadonlySet<string> } = {},
): Json {
  const command = registered.find((candidate) => candidate['name'] === name && (candidate['type'] ?? 1) === 1);
  if (command === undefined) throw new Error(`/${name} is not registered`);
  const roles = Object.fromEntries(
    toList(command['options'])
      .flatMap((option) => rolesOf(toObject(option), typed))
      .map((id) => [id, { id, name: 'role', permissions: '0', mentionable: mentionable.has(id) }]),
  );
  return {
    id: snowflake(0),
    name,
    type: 1,
    options: sub === null ? fill(command, typed, focused) : [fillSubcommand(command, sub, typed, focused)],
    ...(Object.keys(roles).length > 0 ? { resolved: { roles } } : {}),
  };
}

/** What Discord sends when somebody chooses an entry in the menu of a message. */
export function useMenu(registered: readonly Json[], name: string, message: Message, channel: string): Json {
  const command = registered.find((candidate) => candidate['name'] === name && candidate['type'] === 3);
  if (command === undefined) throw new Error(`${name} is not registered`);
  return {
    id: snowflake(0),
    name,
    type: 3,
    target_id: message.id,
    resolved: { messages: { [message.id]: messageEvent(message, channel) } },
  };
}

/** A message as it comes within an event. */
export function messageEvent({ id, body, flags }: Message, channel: string): Json {
  const author = { id: applicationId, username: 'bot', discriminator: '0', avatar: null, bot: true };
  return {
    content: '',
    embeds: [],
    components: [],
    author,
    ...toObject(body),
    id,
    flags,
    channel_id: channel,
    type: 0,
    timestamp: '2026-01-01T00:00:00.000Z',
    edited_timestamp: null,
    tts: false,
    mention_everyone: false,
    mentions: [],
    mention_roles: [],
    attachments: [],
    pinned: false,
  };
}

function fillSubcommand(command: Json, sub: string, typed: Typed, focused: string | undefined): Json {
  const found = toList(command['options'])
    .map(toObject)
    .find((option) => option['name'] === sub && option['type'] === subcommandType);
  if (found === undefined) throw new Error(`/${command['name']} ${sub} is not registered`);
  return { name: sub, type: subcommandType, options: fill(found, typed, focused) };
}

function fill(command: Json, typed: Typed, focused: string | undefined): readonly Json[] {
  const options = toList(command['options']).map(toObject);
  for (const name of Object.keys(typed)) {
    if (!options.some((option) => option['name'] === name))
      throw new Error(`${name} is no option of ${command['name']}`);
  }
  return options.flatMap((option): readonly Json[] => {
    const name = toText(option['name']);
    const value = typed[name];
    if (value === undefined) {
      if (option['required'] === true && focused === undefined) throw new Error(`${name} is required`);
      return [];
    }
    check(option, value);
    return [{ name, type: option['type'], value, ...(focused === name ? { focused: true } : {}) }];
  });
}

function check(option: Json, value: string | number | boolean): void {
  const wanted = { 3: 'string', 4: 'number', 5: 'boolean', 8: 'string' }[Number(option['type'])];
  const choices = toList(option['choices']).map((choice) => toObject(choice)['value']);
  const tooSmall = typeof value === 'number' && value < Number(option['min_value'] ?? value);
  const tooLarge = typeof value === 'number' && value > Number(option['max_value'] ?? value);
  const tooLong = typeof value === 'string' && value.length > Number(option['max_length'] ?? 6000);
  const isNoChoice = choices.length > 0 && !choices.includes(value);
  if (typeof value !== wanted || tooSmall || tooLarge || tooLong || isNoChoice) {
    throw new Error(`Discord would not let ${JSON.stringify(value)} be sent as ${option['name']}`);
  }
}

function rolesOf(option: Json, typed: Typed): readonly string[] {
  const inner = toList(option['options']).flatMap((each) => rolesOf(toObject(each), typed));
  const value = typed[toText(option['name'])];
  return option['type'] === roleType && typeof value === 'string' ? [...inner, value] : inner;
}
