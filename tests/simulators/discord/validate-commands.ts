import type { Json } from './json.ts';
import { toList, toObject, toText } from './json.ts';

const namePattern = /^[-_'\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]{1,32}$/u;

/** What Discord would find wrong with a list of commands (https://discord.com/developers/docs/interactions/application-commands). */
export function validateCommands(commands: readonly unknown[], isGlobal: boolean): readonly string[] {
  const objects = commands.map(toObject);
  const count = (type: number) => objects.filter((command) => (command['type'] ?? 1) === type).length;
  const names = objects.map((command) => `${command['type'] ?? 1} ${command['name']}`);
  return [
    ...(count(1) > 100 || count(2) > 15 || count(3) > 15 ? ['too many commands'] : []),
    ...(new Set(names).size < names.length ? ['two commands have the same name'] : []),
    ...objects.flatMap((command) => validateCommand(command, isGlobal)),
  ];
}

function validateCommand(command: Json, isGlobal: boolean): readonly string[] {
  const options = toList(command['options']).map(toObject);
  const contexts = toList(command['contexts']);
  const optional = options.findIndex((option) => option['required'] !== true);
  const isMenu = command['type'] === 2 || command['type'] === 3;
  if (isMenu) return validateMenu(command);
  return [
    ...validateNames('command', command),
    ...(command['default_member_permissions'] === undefined ||
    /^\d+$/.test(toText(command['default_member_permissions']))
      ? []
      : ['default_member_permissions']),
    ...(options.some(isSubcommand) && !options.every(isSubcommand) ? ['an option beside sub-commands'] : []),
    ...(options.length > 25 ? ['more than 25 options'] : []),
    ...(optional >= 0 && options.slice(optional).some((option) => option['required'] === true)
      ? ['a required option after an optional one']
      : []),
    ...options.flatMap(validateOption),
    ...(charactersOf(command) > 8000 ? ['more than 8000 characters'] : []),
    ...(contexts.every((context) => [0, 1, 2].includes(Number(context))) ? [] : ['contexts']),
    ...(!isGlobal && (command['contexts'] !== undefined || command['integration_types'] !== undefined)
      ? ['contexts and integration_types are for global commands']
      : []),
  ];
}

function isSubcommand({ type }: Json): boolean {
  return type === 1 || type === 2;
}

/** An entry in a menu: any letters and spaces, and neither description nor options. */
function validateMenu({ name, description, options }: Json): readonly string[] {
  const { length } = toText(name);
  return [
    ...(length >= 1 && length <= 32 ? [] : [`name of menu entry: ${length} of 1 to 32`]),
    ...(toText(description) === '' && options === undefined ? [] : ['a menu entry has no description and no options']),
  ];
}

function validateOption(option: Json): readonly string[] {
  const choices = toList(option['choices']);
  const inner = toList(option['options']).map(toObject);
  const most = Number(option['max_length'] ?? 6000);
  return [
    ...validateNames('option', option),
    ...(choices.length > 25 ? ['more than 25 choices'] : []),
    ...(choices.length > 0 && option['autocomplete'] === true ? ['choices and autocomplete exclude each other'] : []),
    ...inner.flatMap(validateOption),
    ...(new Set(inner.map((each) => each['name'])).size < inner.length ? ['two options have the same name'] : []),
    ...(inner.some((each, at) => each['required'] === true && inner[at - 1]?.['required'] !== true && at > 0)
      ? ['a required option after an optional one']
      : []),
    ...choices.map(toObject).flatMap((choice) =>
      ['name', 'value'].flatMap((key) => {
        const { length } = String(choice[key] ?? '');
        return length >= 1 && length <= 100 ? [] : [`${key} of a choice: ${length} of 1 to 100`];
      }),
    ),
    ...(most >= 1 && most <= 6000 ? [] : [`max_length ${most}`]),
  ];
}

function validateNames(what: string, { name, description }: Json): readonly string[] {
  const { length } = toText(description);
  return [
    ...(namePattern.test(toText(name)) && toText(name) === toText(name).toLowerCase()
      ? []
      : [`name of ${what}: ${name}`]),
    ...(length >= 1 && length <= 100 ? [] : [`description of ${what}: ${length} of 1 to 100`]),
  ];
}

function charactersOf({ name, description, options }: Json): number {
  const own = toText(name).length + toText(description).length;
  return toList(options).reduce<number>((sum, option) => sum + charactersOf(toObject(option)), own);
}
