import type { NamedTopic } from '../bank.ts';
import type { Level, Topic } from '../question.ts';
import { isLevel, isTopic } from './words.ts';

export type RandomCommand = { readonly kind: 'random'; readonly topic?: Topic; readonly level?: Level };

/**
 * Parses what follows `random`, in lower case: a topic, a level, both in either order, or nothing; null for anything
 * else.
 */
export function parseRandom(words: readonly string[], topics: readonly NamedTopic[]): RandomCommand | null {
  const topic = words.find((word) => isTopic(word, topics));
  const level = words.find(isLevel);
  const understood = Number(topic !== undefined) + Number(level !== undefined);
  if (understood !== words.length) return null;
  return { kind: 'random', ...(topic === undefined ? {} : { topic }), ...(level === undefined ? {} : { level }) };
}
