import { editDistance } from '../core/edit-distance.ts';

/** Variables with these prefixes are probably meant for the bot. */
const ownPrefix = /^(SLACK|DISCORD|BANK|DATABASE|PLAYGROUND)(_|$)/;

/** Shorter names that are one letter off too often belong to another program. */
const longName = 12;

/** Without its tokens a platform cannot be reached. */
const tokens = ['SLACK_BOT_TOKEN', 'SLACK_APP_TOKEN', 'SLACK_SIGNING_SECRET', 'SLACK_CLIENT_ID', 'DISCORD_TOKEN'];

/** A variable that looks like ours but is not, and the one that was probably meant. */
export type Unknown = { readonly name: string; readonly meant: string | null };

/** Names that look like ours, by their prefix or because a long name is spelled similarly, but are not. */
export function findUnknown(names: readonly string[], known: readonly string[]): readonly Unknown[] {
  const long = known.filter((candidate) => candidate.length >= longName);
  return names
    .filter((name) => !known.includes(name))
    .map((name) => ({ name, typed: name.toUpperCase() }))
    .filter(({ typed }) => ownPrefix.test(typed) || long.some((candidate) => editDistance(typed, candidate, 1) === 1))
    .map(({ name, typed }) => ({ name, meant: nearest(typed, known) }));
}

/** `X is not a variable of this bot; did you mean Y?` */
export function describeUnknown({ name, meant }: Unknown): string {
  return `${name} is not a variable of this bot${meant === null ? '' : `; did you mean ${meant}?`}`;
}

/** Whether the misspelling matters: a platform or the database is missing, or nothing is connected. */
export function isMissed(meant: string | null, given: readonly string[]): boolean {
  if (meant === null || given.includes(meant)) return false;
  if (meant === 'DATABASE_URL') return true;
  const platform = (name: string) => name.split('_')[0];
  const halfConnected = tokens.some((name) => given.includes(name) && platform(name) === platform(meant));
  const nothingConnected = !tokens.some((name) => given.includes(name)) && !given.includes('PLAYGROUND');
  return tokens.includes(meant) && (halfConnected || nothingConnected);
}

/** Sentences for whoever started the bot. */
export function warningsOf(unknown: readonly Unknown[]): readonly string[] {
  const near = unknown.filter(({ meant }) => meant !== null).map(describeUnknown);
  const others = unknown.filter(({ meant }) => meant === null).map(({ name }) => name);
  if (others.length === 0) return near;
  const verb =
    others.length === 1
      ? 'begins like a variable of this bot and is none'
      : 'begin like variables of this bot and are none';
  return [...near, `${others.join(', ')} ${verb}; left alone.`];
}

function nearest(name: string, known: readonly string[]): string | null {
  const near = known
    .filter((candidate) => editDistance(name, candidate, 2) <= 2 || differsByAWord(name, candidate))
    .map((candidate) => ({ candidate, distance: editDistance(name, candidate) }))
    .toSorted((a, b) => a.distance - b.distance);
  return near[0]?.candidate ?? null;
}

/** `DISCORD_BOT_TOKEN` and `DISCORD_TOKEN`: one has an extra word between the same ends. */
function differsByAWord(one: string, other: string): boolean {
  const [short = [], long = []] = [one.split('_'), other.split('_')].toSorted((a, b) => a.length - b.length);
  const shared = short.every((word, index) => word === long[index] || word === long[index + 1]);
  return long.length === short.length + 1 && shared && short[0] === long[0] && short.at(-1) === long.at(-1);
}
