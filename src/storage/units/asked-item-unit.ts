import type { AskedItemUnit } from '../../app/store/asked.ts';
import type { AskedItem } from '../../core/asked-item.ts';
import { contentOf } from '../../core/asked-item.ts';
import type { UnitContext } from '../context.ts';
import { fromJson } from '../json.ts';

/** Rows per statement: every engine limits the number of parameters. */
const batch = 500;

const day = 86_400_000;

/** Everything that was asked or may be, each once. */
export function createAskedItemUnit({ tx }: UnitContext): AskedItemUnit {
  const inBatches = async (hashes: readonly string[], work: (some: readonly string[]) => Promise<void>) => {
    for (let from = 0; from < hashes.length; from += batch) await work(hashes.slice(from, from + batch));
  };
  return {
    find: async (hashes) => {
      const found = new Map<string, AskedItem>();
      await inBatches(hashes, async (some) => {
        const rows = tx.selectFrom('asked_items').select(['hash', 'content']).where('hash', 'in', some);
        for (const { hash, content } of await rows.execute()) found.set(hash, fromJson(content));
      });
      return found;
    },
    keep: (items, now) =>
      // In the order of the hashes, as everywhere; otherwise two instances could deadlock.
      inBatches([...items.keys()].sort(), async (some) => {
        const known = tx.selectFrom('asked_items').select(['hash', 'seen_at']).where('hash', 'in', some);
        const rows = await known.execute();
        const kept = new Set(rows.filter(({ seen_at }) => seen_at >= now - day).map(({ hash }) => hash));
        const old = rows.map(({ hash }) => hash).filter((hash) => !kept.has(hash));
        // Taken from what the update returns, since an old row may be deleted at this very moment.
        const update = tx.updateTable('asked_items').set({ seen_at: now }).where('hash', 'in', old).returning('hash');
        for (const { hash } of old.length === 0 ? [] : await update.execute()) kept.add(hash);
        const fresh = some.flatMap((hash) => {
          const asked = kept.has(hash) ? undefined : items.get(hash);
          return asked === undefined ? [] : [{ hash, content: contentOf(asked), seen_at: now }];
        });
        if (fresh.length === 0) return;
        const insert = tx.insertInto('asked_items').values(fresh);
        await insert.onConflict((conflict) => conflict.doNothing()).execute();
      }),
    atPlace: async (place) => {
      const row = tx.selectFrom('older_places').select('asked').where('place', '=', place);
      return (await row.executeTakeFirst())?.asked ?? null;
    },
  };
}
