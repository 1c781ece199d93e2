import type { APIApplicationCommandOptionChoice } from 'discord.js';
import type { Application } from '../../../app/ports.ts';
import { longestPrefix } from '../../../core/cut.ts';
import { questionOption, zoneOption } from './command-options.ts';

/**
 * Most choices, and their longest name and value
 * (https://discord.com/developers/docs/interactions/receiving-and-responding#autocomplete).
 */
const mostChoices = 25;
const longestChoice = 100;

/**
 * Autocomplete suggestions for an option: titles of questions or time zones, nothing for other options. Throws what the
 * application throws.
 */
export function completeOption(
  application: Application,
  { name, value }: { readonly name: string; readonly value: string },
): APIApplicationCommandOptionChoice<string>[] {
  return [...new Set(offered(application, name, value).map(toChoice))]
    .filter((title) => title !== '')
    .slice(0, mostChoices)
    .map((title) => ({ name: title, value: title }));
}

function offered(application: Application, name: string, typed: string): readonly string[] {
  switch (name) {
    case questionOption.name:
      return application.complete(typed, mostChoices);
    case zoneOption.name:
      return application.completeTimeZone(typed, mostChoices);
    default:
      return [];
  }
}

/** The start of a long title is enough to find its question again. */
function toChoice(title: string): string {
  return longestPrefix(title.trim(), (prefix) => prefix.length <= longestChoice).trim();
}
