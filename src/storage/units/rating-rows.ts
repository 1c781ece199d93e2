import type { Selectable } from 'kysely';
import { sql } from 'kysely';
import type { ItemRecord } from '../../core/memory/item-record.ts';
import type { Strength } from '../../core/memory/rating.ts';
import type { UnitContext } from '../context.ts';
import type { ItemRatingTable } from '../learning-schema.ts';

type Context = Pick<UnitContext, 'tx' | 'kind'>;

/** What an answer changes. */
export type Rated = { readonly record: ItemRecord; readonly person: Strength };

/**
 * An item and a person, locked in this order until the unit ends, so that two units never wait for each other; the blank
 * ones where nothing is known.
 */
export async function lockRated({ tx, kind }: Context, learner: string, blank: Rated): Promise<Rated> {
  const { question, item } = blank.record;
  if (kind === 'postgres') await lockRows(tx, learner, blank);
  type Row = Selectable<ItemRatingTable> & { readonly own_strength: number | null; readonly own_answers: number };
  // One statement, since this is done with every answer.
  const { rows } = await sql<Row>`select rated.*, own.strength as own_strength, own.answers as own_answers
    from (select 1) as one left join item_ratings as rated on rated.question = ${question} and rated.item = ${item}
    left join learner_ratings as own on own.learner = ${learner}`.execute(tx);
  const [row] = rows;
  return {
    record: row === undefined || row.question === null ? blank.record : toRecord(row),
    person: row?.own_strength == null ? blank.person : { strength: row.own_strength, answers: row.own_answers },
  };
}

/** SQLite has one writer at a time, so there it is not needed. */
async function lockRows(tx: UnitContext['tx'], learner: string, { record, person }: Rated): Promise<void> {
  const { item } = record;
  const items = tx.insertInto('item_ratings').values(toRow(record));
  await items.onConflict((conflict) => conflict.columns(['question', 'item']).doUpdateSet({ item })).execute();
  const people = tx.insertInto('learner_ratings').values({ learner, ...person });
  await people.onConflict((conflict) => conflict.column('learner').doUpdateSet({ learner })).execute();
}

// Both as text, and not by the builder: they are written with every answer, and building one takes as long as running it.

export async function saveRecord(tx: UnitContext['tx'], record: ItemRecord): Promise<void> {
  const { question, item, asked, difficulty, answers, correct, chosen, compared } = record;
  const [first, second, third, fourth] = chosen;
  await sql`insert into item_ratings (question, item, asked, difficulty, answers, correct, chosen_0, chosen_1, chosen_2,
      chosen_3, compared, compared_correct, strength_sum, strength_squares, strength_of_correct)
    values (${question}, ${item}, ${asked}, ${difficulty}, ${answers}, ${correct}, ${first}, ${second}, ${third},
      ${fourth}, ${compared.answers}, ${compared.correct}, ${compared.strength}, ${compared.squares},
      ${compared.strengthOfCorrect})
    on conflict (question, item) do update set asked = excluded.asked, difficulty = excluded.difficulty,
      answers = excluded.answers, correct = excluded.correct, chosen_0 = excluded.chosen_0,
      chosen_1 = excluded.chosen_1, chosen_2 = excluded.chosen_2, chosen_3 = excluded.chosen_3,
      compared = excluded.compared, compared_correct = excluded.compared_correct,
      strength_sum = excluded.strength_sum, strength_squares = excluded.strength_squares,
      strength_of_correct = excluded.strength_of_correct`.execute(tx);
}

export async function saveStrength(tx: UnitContext['tx'], learner: string, person: Strength): Promise<void> {
  await sql`insert into learner_ratings (learner, strength, answers)
    values (${learner}, ${person.strength}, ${person.answers})
    on conflict (learner) do update set strength = excluded.strength, answers = excluded.answers`.execute(tx);
}

/** Keeps everybody from noting first answers until the unit ends, in the order in which these take their locks. */
export async function lockRatings({ tx, kind }: Context): Promise<void> {
  if (kind !== 'postgres') return;
  await sql`lock table item_ratings, learner_ratings, memory_answers in exclusive mode`.execute(tx);
}

export function toRecord(row: Selectable<ItemRatingTable>): ItemRecord {
  const { question, item, asked, difficulty, answers, correct } = row;
  return {
    ...{ question, item, asked, difficulty, answers, correct },
    chosen: [row.chosen_0, row.chosen_1, row.chosen_2, row.chosen_3],
    compared: {
      answers: row.compared,
      correct: row.compared_correct,
      strength: row.strength_sum,
      squares: row.strength_squares,
      strengthOfCorrect: row.strength_of_correct,
    },
  };
}

function toRow({ chosen, compared, ...record }: ItemRecord): Selectable<ItemRatingTable> {
  const [first, second, third, fourth] = chosen;
  return {
    ...record,
    ...{ chosen_0: first, chosen_1: second, chosen_2: third, chosen_3: fourth },
    compared: compared.answers,
    compared_correct: compared.correct,
    strength_sum: compared.strength,
    strength_squares: compared.squares,
    strength_of_correct: compared.strengthOfCorrect,
  };
}
