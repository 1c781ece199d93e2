import type { APIApplicationCommandOptionChoice, AutocompleteInteraction } from 'discord.js';
import { InteractionResponseType } from 'discord.js';
import type { Application, Log } from '../../../app/ports.ts';
import { longestPrefix } from '../../../core/cut.ts';
import type { InteractionApi } from '../reply/interaction-api.ts';
import { toCaller } from './caller.ts';
import type { Channels } from './channels.ts';
import { bankOption, questionOption, quizTopics, zoneOption } from './command-options.ts';
import { homeOf } from './place.ts';

/**
 * Most choices, and their longest name and value
 * (https://discord.com/developers/docs/interactions/receiving-and-responding#autocomplete).
 */
const mostChoices = 25;
const longestChoice = 100;

type Options = {
  readonly application: Application;
  readonly api: Pick<InteractionApi, 'acknowledge'>;
  readonly channels: Pick<Channels, 'placeOf'>;
  readonly log: Log;
};

/** Answers what somebody types into an option; rejects if Discord does not take that. */
export function createCompletion({
  application,
  api,
  channels,
  log,
}: Options): (interaction: AutocompleteInteraction) => Promise<void> {
  /** While somebody types, no failure is worth a sentence: there are no suggestions then. */
  function choicesFor(interaction: AutocompleteInteraction) {
    try {
      // What is known already of where that is: nothing is looked up at a keystroke.
      const { channel } = toCaller(interaction, homeOf(channels.placeOf(interaction.channelId)));
      return completeOption(application, interaction.options.getFocused(true), channel);
    } catch (error) {
      log.error({ error }, 'Completion failed.');
      return [];
    }
  }

  return async (interaction) => {
    const type = InteractionResponseType.ApplicationCommandAutocompleteResult;
    await api.acknowledge(interaction, { type, data: { choices: choicesFor(interaction) } });
  };
}

/**
 * Autocomplete suggestions for an option: titles of questions, time zones, topics or banks, nothing for other options. `channel`:
 * the key of that in which it is typed. Throws what the application throws.
 */
export function completeOption(
  application: Application,
  { name, value }: { readonly name: string; readonly value: string },
  channel: string,
): APIApplicationCommandOptionChoice<string>[] {
  return [...new Set(offered(application, { name, typed: value, channel }).map(toChoice))]
    .filter((title) => title !== '')
    .slice(0, mostChoices)
    .map((title) => ({ name: title, value: title }));
}

type Typing = { readonly name: string; readonly typed: string; readonly channel: string };

function offered(application: Application, { name, typed, channel }: Typing): readonly string[] {
  const fitting = (words: readonly string[]) =>
    words.filter((word) => word.toLowerCase().includes(typed.trim().toLowerCase()));
  switch (name) {
    case questionOption.name:
      return application.complete(typed, mostChoices, channel);
    case zoneOption.name:
      return application.completeTimeZone(typed, mostChoices);
    case bankOption.name:
      return fitting(application.banks());
    default:
      return quizTopics.some((topic) => topic === name)
        ? fitting(application.subject(channel).topics.map(({ title }) => title))
        : [];
  }
}

/** The start of a long title is enough to find its question again. */
function toChoice(title: string): string {
  return longestPrefix(title.trim(), (prefix) => prefix.length <= longestChoice).trim();
}
