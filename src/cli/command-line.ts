import { parseArgs } from 'node:util';
import { editDistance } from '../core/edit-distance.ts';
import { Fault } from '../core/fault.ts';

type Option = {
  /** Placeholder for its value in the help; an option without one is a flag. */
  readonly value?: string;
  readonly says: string;
  /** It may be given several times. */
  readonly several?: boolean;
};

/** The syntax of one command. */
export type CommandLine = {
  /** As people type it, up to its options: `npm run db:backup --`. */
  readonly typed: string;
  /** One line for the list of commands. */
  readonly says: string;
  /** Its positional argument; `rest` takes any number, even none. */
  readonly operand?: { readonly name: string; readonly says: string; readonly rest?: boolean };
  readonly options?: Readonly<Record<string, Option>>;
};

export type ParsedArguments = {
  /** `--help` or `-h` was given: only show the help. */
  readonly help: boolean;
  readonly operands: readonly string[];
  /** By name; a flag has the empty string as its value. */
  readonly options: Readonly<Record<string, string>>;
  /** Every value of each option that may be given several times, by name, in the order in which they were typed. */
  readonly lists: Readonly<Record<string, readonly string[]>>;
};

/** Most letters that a word may be off and still be suggested, and never more than half of them: `fast` is not `from`. */
const slip = 3;

/** Parses the arguments of a command. Throws a Fault of code `usage` for anything unknown or missing. */
export function readArguments(command: CommandLine, args: readonly string[]): ParsedArguments {
  const known: Readonly<Record<string, Option>> = { ...command.options, help: { says: '' } };
  // `"-1 in view"` is not meant as an option.
  const isText = (arg: string) => command.operand?.rest === true && /^-[^=]*\s/.test(arg);
  const operands: string[] = args.filter(isText);
  const options: Record<string, string> = {};
  const lists: Record<string, readonly string[]> = {};
  for (const token of tokensOf(
    known,
    args.filter((arg) => !isText(arg)),
  )) {
    if (token.kind === 'positional') operands.push(token.value);
    if (token.kind !== 'option') continue;
    const wrong = whatIsWrong(known, token);
    if (wrong !== null) throw usageFault(command, wrong);
    options[token.name] = token.value ?? '';
    if (known[token.name]?.several === true) lists[token.name] = [...(lists[token.name] ?? []), token.value ?? ''];
  }
  const help = 'help' in options;
  const wrong = help ? null : whatOperandIsWrong(command, operands);
  if (wrong !== null) throw usageFault(command, wrong);
  return { help, operands, options, lists };
}

function tokensOf(known: Readonly<Record<string, Option>>, args: readonly string[]) {
  const options = Object.entries(known).map(([name, { value }]) => {
    const type = value === undefined ? ('boolean' as const) : ('string' as const);
    return [name, name === 'help' ? { type, short: 'h' } : { type }] as const;
  });
  const config = { allowPositionals: true, strict: false, tokens: true, options: Object.fromEntries(options) } as const;
  return parseArgs({ args: [...args], ...config }).tokens;
}

function whatOperandIsWrong({ operand }: CommandLine, [first, second]: readonly string[]): string | null {
  if (operand === undefined) return first === undefined ? null : `It takes nothing like ${first}.`;
  if (operand.rest === true) return null;
  if (first === undefined) return `${operand.name} is missing: ${operand.says}.`;
  return second === undefined ? null : `${second} is one ${operand.name} too many.`;
}

type OptionToken = {
  readonly name: string;
  readonly rawName: string;
  readonly value: string | undefined;
  readonly inlineValue: boolean | undefined;
};

function whatIsWrong(options: Readonly<Record<string, Option>>, token: OptionToken): string | null {
  const option = Object.hasOwn(options, token.name) ? options[token.name] : undefined;
  if (option === undefined) {
    const near = token.rawName.startsWith('--') ? nearest(token.name, Object.keys(options)) : null;
    return `There is no option ${token.rawName}${near === null ? '.' : `; did you mean --${near}?`}`;
  }
  if (option.value === undefined) return token.value === undefined ? null : `${token.rawName} takes no value.`;
  // In `--mode --url x` the value of `--mode` was forgotten.
  const isMissing =
    token.value === undefined || token.value === '' || (!token.inlineValue && token.value.startsWith('-'));
  return isMissing ? `${token.rawName} needs a value: ${option.value}.` : null;
}

/** The known word closest to an unknown one, or null if none is close. */
export function nearest(word: string, known: readonly string[]): string | null {
  const [best] = known
    .map((name) => ({ name, distance: editDistance(word, name) }))
    .filter(({ name, distance }) => distance <= Math.min(slip, Math.floor(name.length / 2)))
    .toSorted((a, b) => a.distance - b.distance);
  return best?.name ?? null;
}

/** The help of one command. */
export function describeCommand({ typed, says, operand, options = {} }: CommandLine): string {
  const rows = [
    ...(operand === undefined ? [] : [[operand.name, operand.says] as const]),
    ...Object.entries(options).map(([name, option]) => [optionName(name, option), option.says] as const),
    ['-h, --help', 'this text'] as const,
  ];
  const width = Math.max(...rows.map(([name]) => name.length));
  const shown = operand === undefined ? '' : operand.rest ? ` [${operand.name} …]` : ` ${operand.name}`;
  const more = Object.keys(options).length > 0 ? ' [options]' : '';
  const usage = `${typed}${more}${shown}`;
  return [
    `Usage: ${shown + more === '' ? usage.replace(/ --$/, '') : usage}`,
    sentence(says),
    '',
    ...rows.map(([name, text]) => `  ${name.padEnd(width)}  ${text}`),
  ].join('\n');
}

function optionName(name: string, { value, several }: Option): string {
  return value === undefined ? `--${name}` : `--${name} ${value}${several === true ? ' …' : ''}`;
}

function sentence(text: string): string {
  return `${text[0]?.toUpperCase()}${text.slice(1)}.`;
}

/** A Fault of code `usage` with the help of the command. */
export function usageFault(command: CommandLine, problem: string): Fault {
  return new Fault('usage', problem, describeCommand(command));
}
