import type { Level, Topic } from '../question.ts';
import { withTick } from './tick.ts';

/** What somebody wants to be asked. */
export type InterviewRequest = {
  readonly minutes: number;
  /** Empty for all. */
  readonly topics: readonly Topic[];
  /** Null for any. */
  readonly level: Level | null;
};

/** The bounds of the minutes, and how many there are where nobody says so. */
export const interviewMinutes = { least: 5, most: 60, usual: 15 } as const;

/** An open question that was asked, with its checklist as it was then. */
export type InterviewQuestion = {
  readonly question: string;
  readonly title: string;
  readonly topic: Topic;
  readonly level: Level;
  readonly points: readonly string[];
  /** It follows from the one before. */
  readonly followUp: boolean;
  /** The answer of the bank has been shown, so that nothing can be answered any more. */
  readonly revealed: boolean;
  /** Places of the points that the person says they had said, in order. */
  readonly ticked: readonly number[];
  /** What they said was posted for peers to mark; left out where it was not. */
  readonly posted?: true;
};

/** A mock interview of one person, as plain JSON. Nothing of what they say is in it. */
export type Interview = {
  readonly id: string;
  readonly request: InterviewRequest;
  /** UTC ms. */
  readonly began: number;
  /** The last one is where it stands. */
  readonly questions: readonly InterviewQuestion[];
  readonly ended: boolean;
  /** What the person asked for while this one was open, until they choose; null for nothing. */
  readonly wish: InterviewRequest | null;
};

/** When its time is up, UTC ms. */
export function endsAt({ began, request }: Pick<Interview, 'began' | 'request'>): number {
  return began + request.minutes * 60_000;
}

/** True once no further question is asked: it was ended, or its time (`now` in UTC ms) is up. */
export function isTimeUp(interview: Interview, now: number): boolean {
  return interview.ended || now >= endsAt(interview);
}

/** The interview with the answer to question `no` shown; the very same if that is not where it stands. */
export function revealed(interview: Interview, no: number): Interview {
  return change(interview, no, (question) => ({ ...question, revealed: true }));
}

/** The same with a point of question `no` ticked or not; only where the interview stands, and once the answer was shown. */
export function ticked(interview: Interview, no: number, point: number, isTicked: boolean): Interview {
  return change(interview, no, (question) => {
    if (!question.revealed || question.points[point] === undefined) return question;
    return { ...question, ticked: withTick(question.ticked, question.points.length, point, isTicked) };
  });
}

/** The same once what was said to question `no` was posted for peers; also where the interview stands elsewhere by then. */
export function withPosted(interview: Interview, no: number): Interview {
  const questions = interview.questions.map((question, place) =>
    place === no ? { ...question, posted: true as const } : question,
  );
  return { ...interview, questions };
}

function change(interview: Interview, no: number, rule: (question: InterviewQuestion) => InterviewQuestion): Interview {
  const last = interview.questions.length - 1;
  if (interview.ended || no !== last) return interview;
  const questions = interview.questions.map((question, place) => (place === last ? rule(question) : question));
  return { ...interview, questions, wish: null };
}

/** Whether an answer counts as right: two points in three were said. */
export function isRight({ points, ticked: said }: Pick<InterviewQuestion, 'points' | 'ticked'>): boolean {
  return 3 * said.length >= 2 * points.length;
}

/** The questions whose answer was shown. */
export function answeredIn({ questions }: Interview): readonly InterviewQuestion[] {
  return questions.filter((question) => question.revealed);
}
