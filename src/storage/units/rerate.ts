import { itemKey } from '../../core/asked-item.ts';
import type { ItemRecord } from '../../core/memory/item-record.ts';
import { blankRecord, recordAnswer } from '../../core/memory/item-record.ts';
import type { Strength } from '../../core/memory/rating.ts';
import { afterFirstAnswer, difficultyAt, newcomer } from '../../core/memory/rating.ts';
import type { Level } from '../../core/question.ts';
import type { UnitContext } from '../context.ts';
import { createEditedItems } from './edited-items.ts';
import { lockRatings, saveRecord, saveStrength } from './rating-rows.ts';

/** Rows read at once; a bot may have stored a million. */
const batch = 5_000;

/** Makes all ratings anew of the answers that are left, in the order of their rows. Nobody can answer meanwhile. */
export async function rerate(context: UnitContext): Promise<void> {
  const { tx } = context;
  await lockRatings(context);
  const edited = createEditedItems(context);
  const [records, people] = [new Map<string, ItemRecord>(), new Map<string, Strength>()];
  const answered = new Set<string>();
  for (let last = 0; ; ) {
    const rows = await tx
      .selectFrom('memory_answers')
      .select(['seq', 'learner', 'question', 'item', 'level', 'asked', 'choice', 'correct'])
      .where('seq', '>', last)
      .orderBy('seq')
      .limit(batch)
      .execute();
    for (const { learner, question, item, level, asked, choice, correct } of rows) {
      const key = itemKey(question, item);
      if (answered.has(`${learner} ${key}`)) continue;
      answered.add(`${learner} ${key}`);
      const before = records.get(key) ?? blankRecord(question, item, level as Level);
      const answer = { asked, choice, correct: correct === 1 };
      const after = recordAnswer(await edited(before, asked), people.get(learner) ?? newcomer, answer);
      records.set(key, after.record);
      people.set(learner, after.person);
    }
    last = rows.at(-1)?.seq ?? last;
    if (rows.length < batch) break;
  }
  await tx.deleteFrom('item_ratings').execute();
  await tx.deleteFrom('learner_ratings').execute();
  for (const record of records.values()) await saveRecord(tx, record);
  for (const [learner, strength] of people) await saveStrength(tx, learner, strength);
}

/** Makes a person's strength anew of the answers they still have; what they taught about items stays. */
export async function rerateLearner({ tx }: UnitContext, learner: string): Promise<void> {
  await tx.deleteFrom('learner_ratings').where('learner', '=', learner).execute();
  const rows = await tx
    .selectFrom('memory_answers as given')
    .leftJoin('item_ratings as rated', (join) =>
      join.onRef('rated.question', '=', 'given.question').onRef('rated.item', '=', 'given.item'),
    )
    .select(['given.question', 'given.item', 'given.level', 'given.correct', 'rated.difficulty'])
    .where('learner', '=', learner)
    .orderBy('seq')
    .execute();
  let person = newcomer;
  const answered = new Set<string>();
  for (const { question, item, level, correct, difficulty } of rows) {
    const key = itemKey(question, item);
    if (answered.has(key)) continue;
    answered.add(key);
    const rated = difficulty === null ? difficultyAt(level as Level) : { difficulty, answers: 0 };
    person = afterFirstAnswer(person, rated, correct === 1).person;
  }
  if (rows.length > 0) await saveStrength(tx, learner, person);
}
