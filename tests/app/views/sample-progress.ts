import type { Progress } from '../../../src/core/progress/progress.ts';
import { weeksShown } from '../../../src/core/progress/progress.ts';

/** Nothing was answered yet. */
export const noProgress: Progress = {
  ...{ today: 0, week: 0, met: 0, learned: 0, questions: 120, answered: 0, correct: 0 },
  topics: [],
};

/** Some answers in each of these topics, as many in each week of the last three. */
export function sampleProgress(
  topics: readonly { readonly topic: string; readonly answered: number; readonly correct: number }[],
): Progress {
  const sum = (of: 'answered' | 'correct') => topics.reduce((all, topic) => all + topic[of], 0);
  return {
    ...{ today: 3, week: 12, met: 60, learned: 34, questions: 120 },
    ...{ answered: sum('answered'), correct: sum('correct') },
    topics: topics.map((topic) => ({
      ...topic,
      weeks: Array.from({ length: weeksShown }, (_, week) =>
        week < weeksShown - 3
          ? { answered: 0, correct: 0 }
          : { answered: Math.floor(topic.answered / 4), correct: Math.floor(topic.correct / 4) },
      ),
    })),
  };
}
