import type { AskedItem } from '../../core/asked-item.ts';
import type { ItemRecord } from '../../core/memory/item-record.ts';
import { recordOfEdited } from '../../core/memory/item-record.ts';
import type { UnitContext } from '../context.ts';
import { createAskedItemUnit } from './asked-item-unit.ts';

/** Gives the record to go on from with an answer to what has this hash: another one where the words have changed. */
export function createEditedItems(
  context: UnitContext,
): (record: ItemRecord, asked: string | null) => Promise<ItemRecord> {
  const known = new Map<string, AskedItem>();
  return async (record, asked) => {
    if (record.asked === null || asked === null || record.asked === asked) return record;
    const missing = [record.asked, asked].filter((hash) => !known.has(hash));
    const found = missing.length === 0 ? [] : await createAskedItemUnit(context).find(missing);
    for (const [hash, snapshot] of found) known.set(hash, snapshot);
    const [before, now] = [known.get(record.asked), known.get(asked)];
    return before === undefined || now === undefined ? record : recordOfEdited(record, before, now);
  };
}
