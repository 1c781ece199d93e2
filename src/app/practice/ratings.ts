import { askedItem, itemKey } from '../../core/asked-item.ts';
import type { ItemRecord } from '../../core/memory/item-record.ts';
import { recordOfEdited } from '../../core/memory/item-record.ts';
import type { Difficulty } from '../../core/memory/rating.ts';
import { difficultyAt } from '../../core/memory/rating.ts';
import { levelOf } from '../../core/question.ts';
import type { BankIndex, BankItem } from '../bank-index.ts';
import type { MemoryUnit } from '../store/memory.ts';
import type { Unit } from '../store/store.ts';

/** What ratings are read from. */
export type RatingUnits = Pick<Unit, 'items'> & { readonly memory: Pick<MemoryUnit, 'records'> };

/** What people's answers say of the items that the bank has now, by `itemKey`, with the options as they stand there. */
export async function recordsOf(unit: RatingUnits, bank: BankIndex): Promise<ReadonlyMap<string, ItemRecord>> {
  const records = await unit.memory.records();
  const asked = await bank.allAsked(
    unit,
    records.flatMap((record) => record.asked ?? []),
  );
  const found = new Map<string, ItemRecord>();
  for (const record of records) {
    const before = record.asked === null ? undefined : asked.get(record.asked);
    // Where nobody knows which words were answered, the ids have to do.
    const now =
      record.asked === null || before === undefined
        ? bank.item(record.question, record.item)
        : bank.present(record.asked, before);
    if (now === undefined) continue;
    const isEdited = before !== undefined && now.hash !== record.asked;
    const present = isEdited ? recordOfEdited(record, before, askedItem(now.question, now.item)) : record;
    found.set(itemKey(record.question, record.item), present);
  }
  return found;
}

/**
 * How hard each item of the bank is: by what people answered, or by its level where nobody has, or only to an item with
 * another key.
 */
export async function difficultiesOf(unit: RatingUnits, bank: BankIndex): Promise<(item: BankItem) => Difficulty> {
  const known = await recordsOf(unit, bank);
  return ({ question, item }) => known.get(itemKey(question.id, item.id)) ?? difficultyAt(levelOf(question, item));
}
