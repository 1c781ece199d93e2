import type { AskedItem } from '../asked-item.ts';
import type { Level } from '../question.ts';
import { isSameItem } from '../same-item.ts';
import type { Difficulty, Strength } from './rating.ts';
import { afterFirstAnswer, difficultyAt } from './rating.ts';

type Four = readonly [number, number, number, number];

/**
 * What the first answers of people to an item say of it, as sums that name nobody. Whoever answers it again has read why, so
 * that says nothing of how hard it is.
 */
export type ItemRecord = Difficulty & {
  readonly question: string;
  readonly item: string;
  /** The hash of what was answered last: which words, and which key; null for nobody knows. */
  readonly asked: string | null;
  readonly correct: number;
  /** How often each option was chosen, in the order of the bank. */
  readonly chosen: Four;
  readonly compared: Comparison;
};

/**
 * The answers of people whose strength was known before them: how many, how many right, and of their strengths the sum, the
 * sum of the squares, and the sum over right answers.
 */
export type Comparison = {
  readonly answers: number;
  readonly correct: number;
  readonly strength: number;
  readonly squares: number;
  readonly strengthOfCorrect: number;
};

/** A first answer; `choice` is the place of the option in the order of the bank, null if nobody knows. */
export type FirstAnswer = { readonly asked: string | null; readonly choice: number | null; readonly correct: boolean };

/** From so many answers on a strength tells something. */
const known = 10;

/** From so many compared answers on their comparison tells something. */
const enough = 30;

/** An item that nobody has answered. */
export function blankRecord(question: string, item: string, level: Level): ItemRecord {
  const compared = { answers: 0, correct: 0, strength: 0, squares: 0, strengthOfCorrect: 0 };
  return { question, item, asked: null, ...difficultyAt(level), correct: 0, chosen: [0, 0, 0, 0], compared };
}

/** An item and a person after the person's first answer to it. */
export function recordAnswer(
  record: ItemRecord,
  person: Strength,
  { asked, choice, correct }: FirstAnswer,
): { readonly record: ItemRecord; readonly person: Strength } {
  const after = afterFirstAnswer(person, record, correct);
  const [a, b, c, d] = record.chosen.map((count, place) => count + Number(place === choice));
  return {
    person: after.person,
    record: {
      ...record,
      ...after.item,
      asked: asked ?? record.asked,
      correct: record.correct + Number(correct),
      chosen: [a ?? 0, b ?? 0, c ?? 0, d ?? 0],
      compared: person.answers < known ? record.compared : compare(record.compared, person.strength, correct),
    },
  };
}

function compare(before: Comparison, strength: number, correct: boolean): Comparison {
  return {
    answers: before.answers + 1,
    correct: before.correct + Number(correct),
    strength: before.strength + strength,
    squares: before.squares + strength ** 2,
    strengthOfCorrect: before.strengthOfCorrect + (correct ? strength : 0),
  };
}

/**
 * The record of an item whose words have changed since: with another key it is another item, of which nothing is known but
 * its level. Options that stand as they were keep their counts.
 */
export function recordOfEdited(record: ItemRecord, before: AskedItem, now: AskedItem): ItemRecord {
  if (!isSameItem(before, now)) return blankRecord(record.question, record.item, now.question.level);
  const count = (place: number) => {
    const old = before.item.options.findIndex(({ text }) => text === now.item.options[place]?.text);
    return record.chosen[old] ?? 0;
  };
  return { ...record, chosen: [count(0), count(1), count(2), count(3)] };
}

/**
 * How well an item tells strong people from weak ones: the point-biserial correlation, in [−1, 1], of being right and the
 * strength that somebody had before. Null where too few were compared, or all of them were right, wrong or equally strong.
 */
export function discriminationOf({ compared }: Pick<ItemRecord, 'compared'>): number | null {
  const { answers, correct, strength, squares, strengthOfCorrect } = compared;
  if (answers < enough || correct === 0 || correct === answers) return null;
  const variance = squares / answers - (strength / answers) ** 2;
  if (variance <= 1e-9) return null;
  const covariance = strengthOfCorrect / answers - (strength / answers) * (correct / answers);
  const share = correct / answers;
  return covariance / Math.sqrt(variance * share * (1 - share));
}
