import { itemKey } from '../asked-item.ts';
import type { MemoryCard } from '../memory/memory-card.ts';
import { dueBy } from '../memory/memory-card.ts';
import type { Difficulty, Strength } from '../memory/rating.ts';
import { misfit } from '../memory/rating.ts';
import { drawOrderNumber } from '../permutation.ts';
import type { Topic } from '../question.ts';
import type { Conflicts } from '../quiz/conflicts.ts';
import type { Chance } from '../quiz/random.ts';
import { shuffle } from '../quiz/random.ts';
import { takeApart } from '../quiz/take-apart.ts';
import type { PracticeItem, PracticeReason } from './session.ts';
import { weakTopics } from './weak-topics.ts';

/** One item of the bank that may be asked, by its ids and its hash. */
export type PracticePoolItem = {
  readonly question: string;
  readonly item: string;
  readonly asked: string;
  readonly topic: Topic;
  readonly rating: Difficulty;
};

export type PickPractice = {
  /** What fits the request; items of a question in the order of the bank. */
  readonly pool: readonly PracticePoolItem[];
  readonly cards: readonly MemoryCard[];
  /** The person's latest answers. */
  readonly recent: readonly { readonly topic: Topic; readonly correct: boolean }[];
  readonly person: Strength;
  readonly count: number;
  readonly conflicts: Conflicts;
  /** UTC ms. */
  readonly now: number;
  readonly chance: Chance;
};

type Candidate = PracticePoolItem & { readonly card: MemoryCard | undefined };

/** Answered so lately (ms) that asking once more would teach nothing. */
const fresh = 43_200_000;

/**
 * The questions of a practice, one item each: what is due, the longest overdue first; then weak topics, for at most half of
 * what is left, so that they leave room for others; then what is new, first what the person will get right about 7 times in 10;
 * then the rest of the weak topics, and at last what is not due yet, the longest unseen first. No two that give each other away: fewer, rather.
 */
export function pickPractice({
  pool,
  cards,
  recent,
  person,
  count,
  conflicts,
  now,
  chance,
}: PickPractice): readonly PracticeItem[] {
  const byQuestion = new Map(cards.map((card) => [card.question, card]));
  const fit = ({ rating }: PracticePoolItem) => misfit([person], rating);
  const candidates = [...Map.groupBy(pool, ({ question }) => question)].flatMap(([question, items]): Candidate[] => {
    const card = byQuestion.get(question);
    const chosen = card === undefined ? items.toSorted(by(fit))[0] : itemAfter(items, card.item);
    return chosen === undefined ? [] : [{ ...chosen, card }];
  });
  const until = dueBy(now);
  const known = candidates.filter(({ card }) => card !== undefined);
  const due = known.filter(({ card }) => (card?.due ?? 0) <= until).toSorted(by(({ card }) => card?.due ?? 0));
  const isDue = new Set(due);
  const unseen = shuffle(
    candidates.filter(({ card }) => card === undefined),
    chance,
  ).toSorted(by(fit));
  const later = known.filter((candidate) => !isDue.has(candidate)).toSorted(by(({ card }) => card?.last ?? 0));
  const rested = later.filter(({ card }) => (card?.last ?? 0) <= now - fresh);
  const weak = weakTopics(recent).flatMap((topic) =>
    [...rested.toSorted(by(({ card }) => card?.stability ?? 0)), ...unseen].filter((one) => one.topic === topic),
  );
  const room = Math.ceil(Math.max(0, count - due.length) / 2);
  const ordered = new Map<string, Candidate & { readonly why: PracticeReason }>();
  const add = (some: readonly Candidate[], why: PracticeReason) => {
    for (const one of some) if (!ordered.has(one.question)) ordered.set(one.question, { ...one, why });
  };
  add(due, 'due');
  add(weak.slice(0, room), 'weak');
  add(unseen, 'new');
  add(weak, 'weak');
  add(later, 'ahead');
  const key = ({ question, item }: PracticePoolItem) => itemKey(question, item);
  const taken = takeApart([...ordered.values()], { count, fewer: true }, key, conflicts);
  return taken.map(({ question, item, asked, why }) => ({
    question,
    item,
    asked,
    order: drawOrderNumber(chance),
    why,
  }));
}

/** The item of a question after the one that was asked last, in turns; the first where that one is gone. */
export function itemAfter<Thing extends { readonly item: string }>(
  items: readonly Thing[],
  last: string,
): Thing | undefined {
  return items[(items.findIndex(({ item }) => item === last) + 1) % items.length];
}

function by<Thing>(measure: (thing: Thing) => number) {
  return (one: Thing, other: Thing) => measure(one) - measure(other);
}
