import { existsSync } from 'node:fs';
import { Kysely } from 'kysely';
import type { Log } from '../app/ports.ts';
import type { MemoryUnit } from '../app/store/memory.ts';
import type { Unit } from '../app/store/store.ts';
import { Fault } from '../core/fault.ts';
import type { UnitContext } from './context.ts';
import type { Location } from './engine.ts';
import { toFault } from './fault-of.ts';
import { openStore } from './open-store.ts';
import type { Schema } from './schema.ts';
import { createAskedItemUnit } from './units/asked-item-unit.ts';
import { createClickUnit } from './units/click-unit.ts';
import { createFlagUnit } from './units/flag-unit.ts';
import { createGapUnit } from './units/gap-unit.ts';
import { createRatings } from './units/rating-unit.ts';

/** What is counted of look-ups and of answers, and what was asked. */
type Counts = Pick<Unit, 'gaps' | 'clicks' | 'items' | 'flags'> & { readonly memory: Pick<MemoryUnit, 'records'> };

/**
 * Reads what is counted of look-ups and answers, also while a bot uses the same database; `read` must not write. Rejects with a Fault
 * like `openStore`.
 */
export async function readCounts<Result>(
  location: Location,
  read: (counts: Counts) => Promise<Result>,
  log: Log,
): Promise<Result> {
  if (location.kind === 'sqlite') return inFile(location.path, read, true);
  return inStore(location, read, log);
}

/** Reads anything, likewise. */
export async function readEverything<Result>(
  location: Location,
  read: (unit: Unit) => Promise<Result>,
  log: Log,
): Promise<Result> {
  if (location.kind === 'postgres') return inStore(location, read, log);
  const { createUnit } = await import('./create-unit.ts');
  return inFile(location.path, (_, context) => read(createUnit(context)), true);
}

/** Changes what is flagged, also while a bot uses the same database; `change` must write nothing else. Rejects likewise. */
export async function changeFlags<Result>(
  location: Location,
  change: (flags: Unit['flags']) => Promise<Result>,
  log: Log,
): Promise<Result> {
  const changeFlagsIn = ({ flags }: Pick<Unit, 'flags'>) => change(flags);
  if (location.kind === 'sqlite') return inFile(location.path, changeFlagsIn, false);
  return inStore(location, changeFlagsIn, log);
}

/** Changes anything, likewise; what is put into the outbox is sent by the bot. */
export async function changeEverything<Result>(
  location: Location,
  change: (unit: Unit) => Promise<Result>,
  log: Log,
): Promise<Result> {
  if (location.kind === 'postgres') return inStore(location, change, log);
  const { createUnit } = await import('./create-unit.ts');
  return inFile(location.path, (_, context) => change(createUnit(context)), false);
}

async function inStore<Result>(location: Location, work: (unit: Unit) => Promise<Result>, log: Log): Promise<Result> {
  const store = await openStore(location, { owner: 'gaps', log });
  try {
    return await store.transact(work);
  } finally {
    await store.close();
  }
}

/** A running bot has the store to itself, so this goes to the file directly. */
async function inFile<Result>(
  path: string,
  work: (counts: Counts, context: UnitContext) => Promise<Result>,
  isReadOnly: boolean,
): Promise<Result> {
  if (!existsSync(path))
    throw new Fault('storage', `There is no database ${path}.`, 'Start the bot once, or check DATABASE_URL.');
  const [{ connect }, { sqliteDialect }, { createFairQueue }] = await Promise.all([
    import('./sqlite/node-sqlite.ts'),
    import('./sqlite/dialect.ts'),
    import('./sqlite/fair-queue.ts'),
  ]);
  const connection = connect(path, { isReadOnly, busyTimeout: 2000 });
  try {
    const db = new Kysely<Schema>({ dialect: sqliteDialect(connection, createFairQueue()) });
    return await db.transaction().execute((tx) => {
      const context = { tx, kind: 'sqlite', owner: 'reader' } as const;
      const items = createAskedItemUnit(context);
      const counts = {
        gaps: createGapUnit({ tx }),
        flags: createFlagUnit({ tx }),
        clicks: createClickUnit({ tx }),
        items,
        memory: createRatings(context),
      };
      return work(counts, context);
    });
  } catch (error) {
    if (error instanceof Error && /^no such (table|column)/.test(error.message)) {
      const cure = 'Start the bot once, or bring the database up to date with npm run db:migrate.';
      throw new Fault('storage', `${path} was written by an earlier version of the bot.`, cure, error);
    }
    throw toFault(error);
  } finally {
    connection.close();
  }
}
