import type { Topic } from '../question.ts';
import type { Chance } from '../quiz/random.ts';
import type { InterviewQuestion } from './interview.ts';

/** A question of the bank that may be asked. */
export type OpenQuestion = {
  readonly id: string;
  readonly topic: Topic;
  /** The ids of questions that an interviewer asks after it, the likeliest first. */
  readonly related: readonly string[];
};

/** So many follow-ups in a row, and then something else: an interviewer who only digs learns about one thing. */
const deepest = 2;

/**
 * The question to be asked next, and whether it follows from the one before: one of what that one names as `related`, as long as
 * there have not been two follow-ups in a row; else by chance one of a topic that was asked least. Null once all were asked.
 */
export function nextQuestion(
  pool: readonly OpenQuestion[],
  asked: readonly Pick<InterviewQuestion, 'question' | 'topic' | 'followUp'>[],
  chance: Chance,
): { readonly id: string; readonly followUp: boolean } | null {
  const had = new Set(asked.map(({ question }) => question));
  const left = new Map(pool.flatMap((one) => (had.has(one.id) ? [] : [[one.id, one] as const])));
  const before = pool.find(({ id }) => id === asked.at(-1)?.question);
  const isDeep = asked.length >= deepest && asked.slice(-deepest).every(({ followUp }) => followUp);
  const follow = isDeep ? undefined : before?.related.find((id) => left.has(id));
  if (follow !== undefined) return { id: follow, followUp: true };
  const times = (topic: Topic) => asked.filter((one) => one.topic === topic).length;
  const least = Math.min(...[...left.values()].map(({ topic }) => times(topic)));
  const fresh = [...left.values()].filter(({ topic }) => times(topic) === least);
  const topics = [...new Set(fresh.map(({ topic }) => topic))];
  const topic = topics[Math.floor(chance() * topics.length)];
  const candidates = fresh.filter((one) => one.topic === topic);
  const chosen = candidates[Math.floor(chance() * candidates.length)];
  return chosen === undefined ? null : { id: chosen.id, followUp: false };
}
