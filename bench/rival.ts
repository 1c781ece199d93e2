import type { SearchOptions } from 'minisearch';
import MiniSearch from 'minisearch';
import type { Question } from '../src/core/question.ts';

/** MiniSearch as it comes, over the same text; what our search is measured against. */
export function createRival(
  questions: readonly Question[],
  searchOptions: SearchOptions,
): (query: string) => readonly { id: string; score: number }[] {
  const engine = new MiniSearch({ fields: ['title', 'aliases', 'topic', 'answer'], searchOptions });
  engine.addAll(
    questions.map(({ id, title, aliases, topic, answer }) => ({
      id,
      title,
      aliases: aliases.join('\n'),
      topic,
      answer,
    })),
  );
  return (query) =>
    engine
      .search(query)
      .slice(0, 10)
      .map(({ id, score }) => ({ id: String(id), score }));
}

/** What its users commonly reach for: a boosted title, fuzzy and prefix matching. */
export const tunedOptions: SearchOptions = { boost: { title: 3 }, fuzzy: 0.2, prefix: true };
