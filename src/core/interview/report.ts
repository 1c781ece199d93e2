import type { Topic } from '../question.ts';
import type { Interview, InterviewQuestion } from './interview.ts';
import { answeredIn, isRight } from './interview.ts';

/** How an interview went in one topic: points said of all points of its questions. */
export type TopicResult = { readonly topic: Topic; readonly said: number; readonly all: number };

export type InterviewReport = {
  readonly said: number;
  readonly all: number;
  /** The weakest first. */
  readonly topics: readonly TopicResult[];
  /** The questions that do not count as right, the weakest first. */
  readonly readAgain: readonly InterviewQuestion[];
};

/** What an interview came to, over the questions whose answer was shown. */
export function reportOf(interview: Interview): InterviewReport {
  const answered = answeredIn(interview);
  const topics = [...Map.groupBy(answered, ({ topic }) => topic)].map(([topic, own]) => ({ topic, ...sumOf(own) }));
  return {
    ...sumOf(answered),
    topics: topics.toSorted((one, other) => one.said / one.all - other.said / other.all),
    readAgain: answered
      .filter((question) => !isRight(question))
      .toSorted((one, other) => shareOf(one) - shareOf(other)),
  };
}

function sumOf(questions: readonly InterviewQuestion[]): { readonly said: number; readonly all: number } {
  return {
    said: questions.reduce((sum, { ticked }) => sum + ticked.length, 0),
    all: questions.reduce((sum, { points }) => sum + points.length, 0),
  };
}

function shareOf({ ticked, points }: InterviewQuestion): number {
  return ticked.length / points.length;
}
