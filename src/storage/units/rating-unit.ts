import { learnerOf } from '../../app/person-keys.ts';
import type { MemoryUnit } from '../../app/store/memory.ts';
import type { FirstAnswer } from '../../core/memory/item-record.ts';
import { blankRecord, recordAnswer } from '../../core/memory/item-record.ts';
import type { Strength } from '../../core/memory/rating.ts';
import { newcomer } from '../../core/memory/rating.ts';
import type { Level } from '../../core/question.ts';
import type { UnitContext } from '../context.ts';
import { createEditedItems } from './edited-items.ts';
import { lockRated, saveRecord, saveStrength, toRecord } from './rating-rows.ts';
import { rerate } from './rerate.ts';

/** An answer as far as ratings go by it. */
type Given = FirstAnswer & { readonly question: string; readonly item: string; readonly level: Level };

/** Keys in one statement. */
const atOnce = 500;

type Ratings = Pick<MemoryUnit, 'records' | 'strengths' | 'rerate'> & {
  /**
   * Locks an item and a person before the person's first answer to it gets its place in the order, so that ratings which are
   * made anew come out the same. The result stores what the answer changes.
   */
  readonly prepare: (learner: string, answer: Given) => Promise<() => Promise<void>>;
};

/** How hard items are and how strong people, as sums that every first answer brings up to date. */
export function createRatings(context: UnitContext): Ratings {
  const { tx } = context;
  const edited = createEditedItems(context);

  return {
    records: async () => {
      const rows = tx.selectFrom('item_ratings').selectAll().where('answers', '>', 0);
      return (await rows.orderBy('question').orderBy('item').execute()).map(toRecord);
    },
    strengths: async (users) => {
      const found: Strength[] = [];
      const learners = [...new Set(users.map(learnerOf))];
      for (let from = 0; from < learners.length; from += atOnce) {
        const some = tx.selectFrom('learner_ratings').select(['strength', 'answers']);
        found.push(...(await some.where('learner', 'in', learners.slice(from, from + atOnce)).execute()));
      }
      return found;
    },
    prepare: async (learner, answer) => {
      const record = blankRecord(answer.question, answer.item, answer.level);
      const before = await lockRated(context, learner, { record, person: newcomer });
      return async () => {
        const after = recordAnswer(await edited(before.record, answer.asked), before.person, answer);
        await saveRecord(tx, after.record);
        await saveStrength(tx, learner, after.person);
      };
    },
    rerate: () => rerate(context),
  };
}
