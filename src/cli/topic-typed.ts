import type { NamedTopic } from '../core/bank.ts';
import { Fault } from '../core/fault.ts';
import { nearest } from './command-line.ts';

/** The id of a topic that was typed by its id or title. Throws a Fault of code `usage` that names what there is. */
export function topicTyped(typed: string, topics: readonly NamedTopic[]): string {
  const word = typed.trim().toLowerCase();
  const found = topics.find(({ id, title }) => [id, title.toLowerCase()].includes(word));
  if (found !== undefined) return found.id;
  const ids = topics.map(({ id }) => id);
  const near = nearest(word, ids);
  const meant = near === null ? '' : `; did you mean ${near}?`;
  throw new Fault('usage', `The bank has no topic ${typed}${meant || '.'}`, `It has ${ids.join(', ')}.`);
}
