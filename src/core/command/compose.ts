import type { CommandOption, CommandWithOptions } from './options.ts';

/** What is chosen for each option of a command, by its name; several where an option takes them. */
export type Chosen = Readonly<Record<string, readonly string[]>>;

/**
 * The command as one types it, without a slash: what was chosen for each of its options, by name. An option without a value is
 * left out; whether the values are right is for the parser to say.
 */
export function composeCommand(command: CommandWithOptions, options: readonly CommandOption[], chosen: Chosen): string {
  const said = options.flatMap(({ name, kind }) => {
    const values = (chosen[name] ?? [])
      .map((value) => value.trim().replaceAll(/\s+/g, ' '))
      .filter((value) => value !== '');
    if (values.length === 0) return [];
    return [kind === 'flag' ? name : `${name}:${values.join(',')}`];
  });
  return [command, ...said].join(' ');
}
