import type { NamedTopic } from '../bank.ts';
import { bareId } from '../bank-name.ts';

/**
 * The words with the id of a topic wherever its title was typed, in any case, or its id without the name of its bank: `random Loss
 * functions` becomes `random losses`. A field's name before a title (`topic:`) and a comma after it stay.
 */
export function withTopicIds(words: readonly string[], topics: readonly NamedTopic[]): readonly string[] {
  const titles = topics
    .map(({ id, title }) => ({ id, parts: title.toLowerCase().split(' ') }))
    .toSorted((one, other) => other.parts.length - one.parts.length);
  const replaced: string[] = [];
  for (let place = 0; place < words.length; ) {
    const found = titles
      .map(({ id, parts }) => ({
        length: parts.length,
        id,
        match: match(words.slice(place, place + parts.length), parts),
      }))
      .find((candidate) => candidate.match !== null);
    replaced.push(
      found === undefined ? (words[place] ?? '') : `${found.match?.before}${found.id}${found.match?.behind}`,
    );
    place += found?.length ?? 1;
  }
  return withBankNames(replaced, topics);
}

/** Ids of a bank that has a name are typed without it. */
function withBankNames(words: readonly string[], topics: readonly NamedTopic[]): readonly string[] {
  const whole = new Map(topics.flatMap(({ id }) => (bareId(id) === id ? [] : [[bareId(id), id] as const])));
  if (whole.size === 0) return words;
  return words.map((word) => {
    const [, field = '', list = ''] = /^(topics?:)?(.*)$/is.exec(word) ?? [];
    const ids = list.split(',').map((part) => whole.get(part.toLowerCase()) ?? part);
    return `${field}${ids.join(',')}`;
  });
}

/** The id of the topic that a text names, by its title or its id, with or without the name of its bank; null for none. */
export function topicNamed(text: string, topics: readonly NamedTopic[]): string | null {
  const typed = text.trim().toLowerCase();
  const names = ({ id, title }: NamedTopic) => [id, bareId(id), title.toLowerCase()];
  return topics.find((topic) => names(topic).includes(typed))?.id ?? null;
}

/** What stands around a title; null if the words are not that title. */
function match(
  words: readonly string[],
  title: readonly string[],
): { readonly before: string; readonly behind: string } | null {
  const [, before = '', typed = '', behind = ''] = /^(topics?:)?(.*?)(,*)$/s.exec(words.join(' ').toLowerCase()) ?? [];
  return typed === title.join(' ') ? { before, behind } : null;
}
