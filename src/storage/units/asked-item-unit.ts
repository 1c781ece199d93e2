import type { AskedItemUnit } from '../../app/store/asked.ts';
import type { AskedItem } from '../../core/asked-item.ts';
import { contentOf } from '../../core/asked-item.ts';
import type { UnitContext } from '../context.ts';
import { fromJson } from '../json.ts';

/** Rows of one statement: every engine has a limit to the values that it takes. */
const batch = 500;

const day = 86_400_000;

/** What was asked or may be, each once. */
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
      // In the order of the hashes, as everywhere: two instances would else wait for each other.
      inBatches([...items.keys()].sort(), async (some) => {
        const known = tx.selectFrom('asked_items').select(['hash', 'seen_at']).where('hash', 'in', some);
        const seen = new Map((await known.execute()).map(({ hash, seen_at }) => [hash, seen_at]));
        const fresh = some.flatMap((hash) => {
          const asked = seen.has(hash) ? undefined : items.get(hash);
          return asked === undefined ? [] : [{ hash, content: contentOf(asked), seen_at: now }];
        });
        if (fresh.length > 0) {
          const insert = tx.insertInto('asked_items').values(fresh);
          await insert.onConflict((conflict) => conflict.doNothing()).execute();
        }
        const old = some.filter((hash) => (seen.get(hash) ?? now) < now - day);
        if (old.length > 0)
          await tx.updateTable('asked_items').set({ seen_at: now }).where('hash', 'in', old).execute();
      }),
    atPlace: async (place) => {
      const row = tx.selectFrom('older_places').select('asked').where('place', '=', place);
      return (await row.executeTakeFirst())?.asked ?? null;
    },
  };
}
