import type { Topic } from '../question.ts';

/** Answers in a topic before it tells anything, and the share of right ones below which it is a weak one. */
const enough = 3;
const weak = 0.7;

/** The topics in which somebody is often wrong, the weakest first. */
export function weakTopics(answers: readonly { readonly topic: Topic; readonly correct: boolean }[]): readonly Topic[] {
  return [...Map.groupBy(answers, ({ topic }) => topic)]
    .filter(([, own]) => own.length >= enough)
    .map(([topic, own]) => ({ topic, share: own.filter(({ correct }) => correct).length / own.length }))
    .filter(({ share }) => share < weak)
    .toSorted((one, other) => one.share - other.share)
    .map(({ topic }) => topic);
}
