import { fsrs, Rating } from 'ts-fsrs';
import type { MemoryCard, Recall } from './memory-card.ts';

const day = 86_400_000;

/**
 * FSRS with its own weights: whatever is asked when it falls due is answered rightly by 85 %. Without its short-term steps,
 * which are minutes and belong to somebody who sits before a pile of cards; people come here once a day, so the least pause is
 * a day. Without fuzz, so that the same answers always make the same cards.
 */
const scheduler = fsrs({ request_retention: 0.85, enable_fuzz: false, enable_short_term: false });

/**
 * The card of a question after one more answer; null where it is the first. The days between two answers are those that have
 * passed, rounded, and not dates, as nobody's time zone is known for sure: a second answer within half a day teaches nothing
 * more when it is right, and costs when it is wrong. An answer that comes after a later one counts as of the same day.
 */
export function afterAnswer(before: MemoryCard | null, question: string, { item, correct, at }: Recall): MemoryCard {
  const last = Math.max(before?.last ?? at, at);
  const days = before === null ? 0 : Math.max(0, Math.round((at - before.last) / day));
  const memory = before === null ? null : { stability: before.stability, difficulty: before.difficulty };
  const next = scheduler.next_state(memory, days, correct ? Rating.Good : Rating.Again);
  return {
    question,
    item,
    due: last + scheduler.next_interval(next.stability, days) * day,
    ...next,
    answered: (before?.answered ?? 0) + 1,
    missed: (before?.missed ?? 0) + Number(!correct),
    last,
  };
}
