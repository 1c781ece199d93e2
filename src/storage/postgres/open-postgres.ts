import { Kysely, PostgresDialect, sql } from 'kysely';
import type { Log } from '../../app/ports.ts';
import type { Engine } from '../engine.ts';
import { migrate } from '../migrate.ts';
import type { Schema } from '../schema.ts';
import { createPool, toKyselyPool } from './pool.ts';
import { createRecorder } from './record-answer.ts';

/** Connects to a server and migrates the schema; `patient` as in `openEngine`. Rejects with the driver's error or a Fault. */
export async function openPostgres(url: string, log: Log, patient = false): Promise<Engine> {
  const forMigrations = new Kysely<Schema>({
    dialect: new PostgresDialect({ pool: toKyselyPool(createPool(url, log, true)) }),
  });
  try {
    await migrate(forMigrations, 'postgres', log);
  } finally {
    await forMigrations.destroy();
  }
  const pool = createPool(url, log, patient);
  const db = new Kysely<Schema>({ dialect: new PostgresDialect({ pool: toKyselyPool(pool) }) });
  return {
    kind: 'postgres',
    db,
    record: createRecorder(pool),
    serverTime: async () => {
      const now = sql<{ readonly now: number }>`select (extract(epoch from clock_timestamp()) * 1000)::bigint as now`;
      return (await now.execute(db)).rows[0]?.now ?? null;
    },
    tidy: async () => undefined,
    close: async () => {
      await db.destroy();
      if (!pool.ended) await pool.end();
    },
  };
}
