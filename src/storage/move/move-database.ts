import { existsSync } from 'node:fs';
import { sql } from 'kysely';
import type { Log } from '../../app/ports.ts';
import { Fault } from '../../core/fault.ts';
import type { Engine, Location } from '../engine.ts';
import { toFault } from '../fault-of.ts';
import { openEngine } from '../open-store.ts';
import { compareRows, pagesOf, putRows, type Side } from './rows.ts';
import { moveSequences } from './sequences.ts';
import { readShapes, refuseOtherShapes, type Shape } from './shape.ts';

/** How long (ms) after its last sign of life a process counts as alive; it gives one four times a second. */
const signOfLife = 10_000;

export type Progress = {
  /** So many rows of a table were copied; called now and then while it takes long. */
  readonly copied: (table: string, rows: number) => void;
  /** All rows of a table are the same in both databases. */
  readonly compared: (table: string, rows: number) => void;
};

/**
 * Copies everything from one database to an empty one, of either kind, compares every row, and returns how many there are. The
 * copy is one transaction: whatever ends it early leaves the target empty. Both are brought up to this version's schema first. Rejects
 * with a Fault if a bot works on the source, if the target holds rows, or like `openStore`.
 */
export async function moveDatabase(from: Location, to: Location, progress: Progress, log: Log): Promise<number> {
  if (JSON.stringify(from) === JSON.stringify(to)) {
    throw new Fault('usage', 'Source and target are the same database.', 'Name an empty database as the target.');
  }
  if (from.kind === 'sqlite' && !existsSync(from.path)) {
    throw new Fault(
      'storage',
      `There is no database ${from.path}.`,
      'Check the path; it counts from the folder you are in.',
    );
  }
  const source = await openEngine(from, log, true);
  try {
    await refuseRunning(source);
    const target = await openEngine(to, log, true);
    try {
      return await copyAll(source, target, progress);
    } catch (error) {
      throw toFault(error);
    } finally {
      await target.close();
    }
  } finally {
    await source.close();
  }
}

/** A SQLite file is locked by whoever works on it; on PostgreSQL its signs of life tell. */
async function refuseRunning({ db, kind, serverTime }: Engine): Promise<void> {
  if (kind === 'sqlite') return;
  const now = (await serverTime()) ?? 0;
  const alive = await db
    .selectFrom('instances')
    .select('owner')
    .where('seen_at', '>', now - signOfLife)
    .execute();
  if (alive.length === 0) return;
  throw new Fault(
    'storage-locked',
    'A bot works on the source.',
    'Stop every process that uses it, wait ten seconds, and try again.',
  );
}

async function copyAll(source: Engine, target: Engine, progress: Progress): Promise<number> {
  const shapes = await readShapes(source);
  refuseOtherShapes(shapes, await readShapes(target));
  const readings = source.db.transaction();
  // What is compared at the end is what was copied.
  const reading = source.kind === 'postgres' ? readings.setIsolationLevel('repeatable read') : readings;
  return reading.execute((sourceTx) =>
    target.db.transaction().execute(async (targetTx) => {
      const sides = { from: { tx: sourceTx, kind: source.kind }, to: { tx: targetTx, kind: target.kind } };
      await refuseRows(sides.to, shapes);
      for (const shape of shapes) await copyTable(sides, shape, progress);
      await moveSequences(sides.from, sides.to, shapes);
      let total = 0;
      for (const shape of shapes) {
        const rows = await compareRows(sides.from, sides.to, shape);
        if (rows > 0) progress.compared(shape.table, rows);
        total += rows;
      }
      return total;
    }),
  );
}

type Sides = { readonly from: Side; readonly to: Side };

async function copyTable({ from, to }: Sides, shape: Shape, progress: Progress): Promise<void> {
  let copied = 0;
  for await (const rows of pagesOf(from, shape)) {
    await putRows(to, shape, rows);
    copied += rows.length;
    progress.copied(shape.table, copied);
  }
}

async function refuseRows({ tx }: Side, shapes: readonly Shape[]): Promise<void> {
  for (const { table } of shapes) {
    const { rows } = await sql`select 1 from ${sql.table(table)} limit 1`.execute(tx);
    if (rows.length === 0) continue;
    throw new Fault(
      'storage',
      `The target holds rows already (in ${table}).`,
      'Name an empty database. One that a bot has used is emptied by making it anew: dropdb and createdb, or another file.',
    );
  }
}
