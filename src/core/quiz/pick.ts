import { itemKey } from '../asked-item.ts';
import type { Conflicts } from './conflicts.ts';
import type { Chance } from './random.ts';
import { createRandom, shuffle } from './random.ts';
import type { Choice, PickedQuestion } from './state.ts';
import { choices } from './state.ts';
import { takeApart } from './take-apart.ts';

/** One item of the bank by its ids and its hash; `correct` is its right option in the bank's order. */
export type PoolItem = {
  readonly question: string;
  readonly item: string;
  readonly asked: string;
  readonly correct: Choice;
  readonly topic: string;
  readonly level: string;
};

export type PickRequest = {
  readonly pool: readonly PoolItem[];
  readonly count: number;
  /** True where fewer will do, since nobody said how many; then none that give each other away. */
  readonly fewer: boolean;
  /** Empty for all. */
  readonly topics: readonly string[];
  /** Null for all. */
  readonly level: string | null;
  /** When each item (by `itemKey`) was last asked in this channel, UTC ms. */
  readonly lastAsked: ReadonlyMap<string, number>;
  readonly conflicts: Conflicts;
  /** How badly an item fits those who will play (see `misfit`), by `itemKey`; null where any will do. */
  readonly misfits: ReadonlyMap<string, number> | null;
  readonly seed: number;
};

export type Picked =
  | { readonly kind: 'picked'; readonly questions: readonly PickedQuestion[] }
  | { readonly kind: 'too-few'; readonly available: number };

type Candidate = PoolItem & { readonly last: number; readonly misfit: number };

/**
 * Chooses the items of a quiz. No item twice, and a second item of a question only if no other question is left; items
 * never asked in this channel first, then those asked longest ago, ties broken by what fits, then at random; no two that give each other
 * away, unless so many were asked for that there are too few others (see `takeApart`). The options of each question are
 * shuffled independently: if the letters were spread evenly over a quiz, whoever counts reveals could work out the last
 * ones.
 */
export function pickItems({
  pool,
  count,
  fewer,
  topics,
  level,
  lastAsked,
  conflicts,
  misfits,
  seed,
}: PickRequest): Picked {
  const chance = createRandom(seed);
  const fitting = pool.filter(
    (item) => (topics.length === 0 || topics.includes(item.topic)) && (level === null || item.level === level),
  );
  const single = [...new Map(fitting.map((item) => [itemKey(item.question, item.item), item])).values()];
  if (single.length < (fewer ? 1 : count)) return { kind: 'too-few', available: single.length };
  const candidates = single.map((item) => ({
    ...item,
    last: lastAsked.get(itemKey(item.question, item.item)) ?? Number.NEGATIVE_INFINITY,
    misfit: misfits?.get(itemKey(item.question, item.item)) ?? 0,
  }));
  const key = ({ question, item }: Candidate) => itemKey(question, item);
  const chosen = takeApart(inTurns(shuffle(candidates, chance)), { count, fewer }, key, conflicts);
  return { kind: 'picked', questions: chosen.map((candidate) => arrange(candidate, chance)) };
}

/**
 * The best item of every question, then the second one of every question, and so on; within each turn the longest
 * unasked first.
 */
function inTurns(shuffled: readonly Candidate[]): readonly Candidate[] {
  const taken = new Map<string, number>();
  return shuffled
    .toSorted((one, other) => one.misfit - other.misfit)
    .toSorted(longestUnasked)
    .map((candidate) => {
      const turn = taken.get(candidate.question) ?? 0;
      taken.set(candidate.question, turn + 1);
      return { candidate, turn };
    })
    .toSorted((one, other) => one.turn - other.turn)
    .map(({ candidate }) => candidate);
}

/** Not by subtraction: both may be −∞ (never asked). */
function longestUnasked(one: Candidate, other: Candidate): number {
  return Number(one.last > other.last) - Number(one.last < other.last);
}

function arrange({ question, item, asked, correct }: PoolItem, chance: Chance): PickedQuestion {
  const [a = 0, b = 0, c = 0, d = 0] = shuffle(choices, chance);
  const order = [a, b, c, d] as const;
  return { question, item, asked, order, correct: choices.find((place) => order[place] === correct) ?? 0 };
}
