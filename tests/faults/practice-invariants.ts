import { learnerOf } from '../../src/app/person-keys.ts';
import { afterAnswer } from '../../src/core/memory/after-answer.ts';
import type { MemoryCard } from '../../src/core/memory/memory-card.ts';
import { dueBy } from '../../src/core/memory/memory-card.ts';
import { dayBegan } from '../../src/core/practice/daily-practice.ts';
import { addDays, localDate, weekdays } from '../../src/core/schedule/local-date.ts';
import { instantOf } from '../../src/core/schedule/local-time.ts';
import { rules } from '../zone-rules.ts';
import type { Learner } from './learners.ts';

const day = 86_400_000;

/** An answer as it stands in the database. */
export type Answered = {
  readonly learner: string;
  readonly question: string;
  readonly item: string;
  readonly correct: boolean;
  readonly at: number;
};

/** A message as it came; `key`: `practice:<learner>:<date>:<round>`. */
export type Told = { readonly user: string; readonly key: string; readonly at: number };

export type PracticeCount = {
  readonly messages: number;
  /** Days on which somebody was to be asked, and those of them on which they were not. */
  readonly days: number;
  readonly missing: readonly string[];
  readonly doubled: readonly string[];
  /** Messages to who had practised by themselves that day, or had turned it off. */
  readonly unwanted: readonly string[];
  /** Questions that fell due while it was on, and how many of them were asked within a day. */
  readonly due: number;
  readonly inTime: number;
};

/**
 * Holds what people were asked against what was due, reckoned anew from their answers alone. `end`: until when, UTC ms; what
 * falls due on the last day has not had its time.
 */
export function countPractice(
  learners: readonly Learner[],
  messages: readonly Told[],
  answers: readonly Answered[],
  end: number,
): PracticeCount {
  const counts = learners.map((learner) => {
    const mine = answers.filter((answer) => answer.learner === learnerOf(learner.user)).toSorted((a, b) => a.at - b.at);
    const told = messages.filter(({ user }) => user === learner.user);
    return { ...countDays(learner, told, mine, end), ...countReviews(learner, mine, end) };
  });
  const keys = messages.map(({ key }) => key);
  return {
    messages: messages.length,
    days: sum(counts.map(({ days }) => days)),
    missing: counts.flatMap(({ missing }) => missing),
    doubled: [...keys.filter((key, place) => keys.indexOf(key) !== place), ...counts.flatMap(({ doubled }) => doubled)],
    unwanted: counts.flatMap(({ unwanted }) => unwanted),
    due: sum(counts.map(({ due }) => due)),
    inTime: sum(counts.map(({ inTime }) => inTime)),
  };
}

function countDays(learner: Learner, told: readonly Told[], answers: readonly Answered[], end: number) {
  const { user, zone, time, periods, later } = learner;
  const isOn = (at: number) => periods.some(({ from, until }) => from < at && (until === null || at <= until));
  const dateOf = (key: string) => key.split(':').at(-2) ?? '';
  const [missing, doubled, unwanted]: [string[], string[], string[]] = [[], [], []];
  let days = 0;
  const first = localDate(periods[0]?.from ?? end, zone, rules);
  for (let date = first; ; date = addDays(date, 1)) {
    const at = instantOf(date, time, zone, rules);
    if (at > end) break;
    const began = dayBegan({ date, at }, { time, zone, days: weekdays }, rules);
    const came = told.filter(({ key }) => dateOf(key) === date);
    const putOff = later.filter((when) => when >= began && when < began + day).length;
    if (came.length > 1 + putOff) doubled.push(`${user} ${date}: ${came.length} messages`);
    const practised = answers.some((answer) => answer.at >= began && answer.at < at);
    const [message] = came;
    if (message !== undefined && (practised || !isOn(at))) unwanted.push(`${user} ${date}`);
    const isOwed = isOn(at) && !practised && cardsAt(answers, at).some(({ due }) => due <= dueBy(at));
    if (!isOwed) continue;
    days += 1;
    if (message === undefined) missing.push(`${user} ${date}`);
  }
  return { days, missing, doubled, unwanted };
}

/** A question that falls due is asked in the half day before already, see `dueBy`. */
function countReviews({ periods, asked }: Learner, answers: readonly Answered[], end: number) {
  let [due, inTime] = [0, 0];
  const cards = new Map<string, MemoryCard>();
  for (const [place, answer] of answers.entries()) {
    const card = afterAnswer(cards.get(answer.question) ?? null, answer.question, answer);
    cards.set(answer.question, card);
    const until = card.due + day;
    const isAnsweredBefore = answers
      .slice(place + 1)
      .some(({ question, at }) => question === answer.question && at < card.due - day / 2);
    const isOn = periods.some((period) => period.from < card.due && (period.until ?? end) >= until);
    if (isAnsweredBefore || !isOn || until > end) continue;
    due += 1;
    const [from, question] = [card.due - day / 2, answer.question];
    if (asked.some((one) => one.question === question && one.at >= from && one.at <= until)) inTime += 1;
  }
  return { due, inTime };
}

/** What somebody remembered at an instant. */
function cardsAt(answers: readonly Answered[], at: number): readonly MemoryCard[] {
  const cards = new Map<string, MemoryCard>();
  for (const answer of answers) {
    if (answer.at >= at) break;
    cards.set(answer.question, afterAnswer(cards.get(answer.question) ?? null, answer.question, answer));
  }
  return [...cards.values()];
}

const sum = (numbers: readonly number[]) => numbers.reduce((all, one) => all + one, 0);
