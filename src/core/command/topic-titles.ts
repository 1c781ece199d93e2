import type { NamedTopic } from '../bank.ts';

/**
 * The words with the id of a topic wherever its title was typed, in any case: `random Loss functions` becomes `random
 * losses`. A field's name before a title (`topic:`) and a comma after it stay.
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
  return replaced;
}

/** What stands around a title; null if the words are not that title. */
function match(
  words: readonly string[],
  title: readonly string[],
): { readonly before: string; readonly behind: string } | null {
  const [, before = '', typed = '', behind = ''] = /^(topics?:)?(.*?)(,*)$/s.exec(words.join(' ').toLowerCase()) ?? [];
  return typed === title.join(' ') ? { before, behind } : null;
}
