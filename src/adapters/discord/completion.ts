import type { APIApplicationCommandOptionChoice } from 'discord.js';
import type { Application } from '../../app/ports.ts';
import { longestPrefix } from '../../core/cut.ts';

/** Most choices, and their longest name and value (https://discord.com/developers/docs/interactions/receiving-and-responding#autocomplete). */
const mostChoices = 25;
const longestChoice = 100;

/** Titles to choose from for what has been typed so far, empty when there are none. May throw what `complete` throws. */
export function completeQuestion(application: Application, typed: string): APIApplicationCommandOptionChoice<string>[] {
  const titles = application.complete(typed, mostChoices).map(toChoice);
  return [...new Set(titles)]
    .filter((title) => title !== '')
    .slice(0, mostChoices)
    .map((title) => ({ name: title, value: title }));
}

/** The beginning of a long title is enough to find its question again, once it is sent. */
function toChoice(title: string): string {
  return longestPrefix(title.trim(), (prefix) => prefix.length <= longestChoice).trim();
}
