import { itemKey } from '../../core/asked-item.ts';
import { csvText } from '../../core/csv.ts';
import { discriminationOf } from '../../core/memory/item-record.ts';
import type { Item, Question } from '../../core/question.ts';
import { levelOf } from '../../core/question.ts';
import type { BankIndex } from '../bank-index.ts';
import type { RatingUnits } from './ratings.ts';
import { recordsOf } from './ratings.ts';

/** What the first answers of people say of an item; they name nobody. */
export type ItemFigures = {
  /** See `itemKey`. */
  readonly key: string;
  readonly question: Question;
  readonly item: Item;
  readonly answers: number;
  readonly right: number;
  /** See `Difficulty`. */
  readonly difficulty: number;
  /** See `discriminationOf`. */
  readonly discrimination: number | null;
  /** How often each option was chosen, in the order of the bank. */
  readonly chosen: readonly number[];
};

/** The figures of every item of the bank that somebody has answered. */
export async function itemFigures(unit: RatingUnits, bank: BankIndex): Promise<readonly ItemFigures[]> {
  return [...(await recordsOf(unit, bank)).values()].flatMap((record) => {
    const found = bank.item(record.question, record.item);
    if (found === undefined) return [];
    const { question, item } = found;
    const { answers, correct: right, difficulty, chosen } = record;
    const key = itemKey(question.id, item.id);
    return [{ key, question, item, answers, right, difficulty, discrimination: discriminationOf(record), chosen }];
  });
}

const places = [0, 1, 2, 3] as const;

const heads = [
  ...['item', 'topic', 'level', 'question', 'asked', 'right', 'share right', 'difficulty', 'discrimination'],
  ...places.flatMap((place) => [`option ${place + 1}`, `share ${place + 1}`]),
  'right option',
];

/**
 * The same as comma-separated values, a line each; shares are in [0, 1], those of the options of all answers whose choice is
 * known, and empty where there is none. The texts are the bank's own.
 */
export function figuresCsv(figures: readonly ItemFigures[]): string {
  return csvText([heads, ...figures.map(toRow)]);
}

function toRow({ key, question, item, ...about }: ItemFigures): readonly (string | number)[] {
  const { answers, right, difficulty, discrimination, chosen } = about;
  const known = chosen.reduce((sum, count) => sum + count, 0);
  return [
    ...[key, question.topic, levelOf(question, item), item.stem],
    ...[answers, right, share(right, answers), difficulty.toFixed(2), discrimination?.toFixed(2) ?? ''],
    ...places.flatMap((place) => [item.options[place]?.text ?? '', share(chosen[place] ?? 0, known)]),
    item.options.findIndex(({ correct }) => correct) + 1,
  ];
}

function share(part: number, all: number): string {
  return all === 0 ? '' : (part / all).toFixed(3);
}
