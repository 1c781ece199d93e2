import type { MemoryCard } from '../memory/memory-card.ts';
import { dueBy } from '../memory/memory-card.ts';
import type { Topic } from '../question.ts';

/** Right answers among some. */
export type Share = { readonly answered: number; readonly correct: number };

/** The answers in one topic of one week: 0 for the last seven days, 1 for those before, … */
export type TopicWeek = Share & { readonly topic: Topic; readonly week: number };

export type TopicProgress = Share & {
  readonly topic: Topic;
  /** One for each of the last `weeksShown` weeks, the oldest first. */
  readonly weeks: readonly Share[];
};

/** How far somebody has come with the questions that the bank has now. */
export type Progress = Share & {
  /** Questions to be asked again today, and within seven days, those of today among them. */
  readonly today: number;
  readonly week: number;
  /** Questions that were answered at all, and those among them that are learned (`isLearned`). */
  readonly met: number;
  readonly learned: number;
  readonly questions: number;
  /** The weakest topic first. */
  readonly topics: readonly TopicProgress[];
};

const day = 86_400_000;

/** Weeks that are told apart, and how long one is, in ms. */
export const weeksShown = 12;
export const weekSpan = 7 * day;

/** A question is learned when after so many days nine of ten who remember it so well are still right. */
const lasting = 90;

/** True if the chance of a right answer is 90 % or more 90 days after the last one. */
export function isLearned({ stability }: Pick<MemoryCard, 'stability'>): boolean {
  return stability >= lasting;
}

/** Sums up what somebody remembers and how their latest answers went, of what the bank has now. `now` in UTC ms. */
export function progressOf({ cards, weeks, topicOf, questions, now }: Known): Progress {
  const known = cards.flatMap((card) => {
    const topic = topicOf(card.question);
    return topic === undefined ? [] : [{ ...card, topic, correct: card.answered - card.missed }];
  });
  const dueUntil = (end: number) => known.filter(({ due }) => due <= end).length;
  return {
    today: dueUntil(dueBy(now)),
    week: dueUntil(dueBy(now) + 6 * day),
    met: known.length,
    learned: known.filter(isLearned).length,
    questions,
    ...sum(known),
    topics: [...Map.groupBy(known, ({ topic }) => topic)]
      .map(([topic, own]) => ({ topic, ...sum(own), weeks: weekByWeek(topic, weeks) }))
      .toSorted((one, other) => shareOf(one) - shareOf(other) || (one.topic < other.topic ? -1 : 1)),
  };
}

type Known = {
  readonly cards: readonly MemoryCard[];
  readonly weeks: readonly TopicWeek[];
  /** Undefined for a question that the bank does not have. */
  readonly topicOf: (question: string) => Topic | undefined;
  /** How many questions the bank has. */
  readonly questions: number;
  readonly now: number;
};

/** The part that is right, in [0, 1]; 0 of nothing. */
export function shareOf({ answered, correct }: Share): number {
  return answered === 0 ? 0 : correct / answered;
}

/** The latest so many weeks together. */
export function lately({ weeks }: Pick<TopicProgress, 'weeks'>, count: number): Share {
  return sum(weeks.slice(-count));
}

function weekByWeek(topic: Topic, weeks: readonly TopicWeek[]): readonly Share[] {
  const own = weeks.filter((week) => week.topic === topic);
  return Array.from({ length: weeksShown }, (_, no) => sum(own.filter(({ week }) => week === weeksShown - 1 - no)));
}

function sum(shares: readonly Share[]): Share {
  return {
    answered: shares.reduce((all, { answered }) => all + answered, 0),
    correct: shares.reduce((all, { correct }) => all + correct, 0),
  };
}
