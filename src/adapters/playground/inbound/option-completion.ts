import type { NamedTopic } from '../../../core/bank.ts';
import type { CommandOption, CommandWithOptions } from '../../../core/command/options.ts';
import { commandsWithOptions, optionsOf } from '../../../core/command/options.ts';
import type { Suggestion } from './completion.ts';

type Known = { readonly topics: readonly NamedTopic[]; readonly zones: (typed: string) => readonly string[] };

/** From so many letters on, a word may begin a time zone. */
const zoneFrom = 2;

const usualTimes = ['08:00', '09:00', '12:00', '17:00'];

/**
 * Suggestions behind a command that takes options: the names of those that are not said yet, and after a name (or the beginning of
 * a value) the values; one after another. What is suggested is the whole text, as the parser takes it. Null for other text.
 */
export function completeOptions(typed: string, known: Known): readonly Suggestion[] | null {
  const found = commandIn(typed);
  if (found === null) return null;
  const options = optionsOf(found.command, known.topics);
  const [, said = '', begun = ''] = /^(.*?)(\S*)$/s.exec(found.rest) ?? [];
  const before = `${found.before}${said}`;
  const [, name, value = ''] = /^([a-z]+):(.*)$/i.exec(begun) ?? [];
  const named = options.find((option) => option.name === name?.toLowerCase());
  if (named !== undefined) return values(named, value, before, known);
  const open = options.filter((option) => !isSaid(option, said));
  const isBegun = (word: string) => word.toLowerCase().startsWith(begun.toLowerCase());
  return [
    ...open.filter((option) => isBegun(option.name) && option.name !== begun).map((option) => nameOf(option, before)),
    ...open.flatMap((option) => {
      if (option.kind === 'zone' && begun.length >= zoneFrom) return values(option, begun, before, known);
      if (option.kind !== 'one' && option.kind !== 'some') return [];
      return begun === '' ? [] : values(option, begun, before, known);
    }),
  ];
}

function commandIn(typed: string): { command: CommandWithOptions; before: string; rest: string } | null {
  for (const command of commandsWithOptions) {
    const pattern = new RegExp(String.raw`^(/${command.replace(' ', String.raw`\s+`)}\s+)(.*)$`, 'is');
    const [, before, rest = ''] = pattern.exec(typed) ?? [];
    if (before !== undefined) return { command, before, rest };
  }
  return null;
}

/** True if the words say an option: by its name, or by one of its values alone. */
function isSaid(option: CommandOption, words: string): boolean {
  return words
    .toLowerCase()
    .split(/[\s,]+/)
    .some((word) => {
      if (word === option.name || word.startsWith(`${option.name}:`)) return true;
      if (option.kind === 'one') return option.values.some(({ value }) => value === word);
      if (option.kind === 'time') return /^\d/.test(word);
      if (option.name === 'count') return /^\d+$/.test(word);
      return option.name === 'seconds' && /^\d+s$/.test(word);
    });
}

function nameOf(option: CommandOption, before: string): Suggestion {
  const isFlag = option.kind === 'flag';
  const word = isFlag ? option.name : `${option.name}:`;
  const bounds = option.kind === 'whole' ? `, ${option.least} to ${option.most}` : '';
  return { text: `${before}${word}${isFlag ? ' ' : ''}`, label: word, hint: `${option.label}${bounds}` };
}

function values(option: CommandOption, typed: string, before: string, { zones }: Known): readonly Suggestion[] {
  // Of a list, the last one is being typed.
  const [, earlier = '', begun = ''] = (option.kind === 'some' ? /^(.*,)?(.*)$/ : /^()(.*)$/).exec(typed) ?? [];
  const suggest = (value: string, hint: string): Suggestion => {
    const word = `${option.name}:${earlier}${value}`;
    return { text: `${before}${word} `, label: word, hint };
  };
  const fits = (word: string) => word.toLowerCase().startsWith(begun.toLowerCase());
  switch (option.kind) {
    case 'whole':
      return option.usual
        .filter((number) => fits(String(number)))
        .map((number) => suggest(String(number), option.label));
    case 'one':
    case 'some':
      return option.values
        .filter(({ value, label }) => fits(value) || fits(label))
        .map(({ value, label }) => suggest(value, label === value ? option.label : label));
    case 'time':
      return usualTimes.filter(fits).map((time) => suggest(time, option.label));
    case 'zone':
      return zones(begun).map((zone) => suggest(zone, 'time zone'));
    case 'flag':
    case 'word':
      return [];
  }
}
