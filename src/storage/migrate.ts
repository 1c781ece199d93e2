import type { Kysely } from 'kysely';
import { Migrator } from 'kysely/migration';
import type { Log } from '../app/ports.ts';
import type { EngineKind } from './engine.ts';
import { migrations } from './migrations/migrations.ts';
import { refuseNewerSchema } from './newer-schema.ts';
import type { Schema } from './schema.ts';

/**
 * Migrates the schema to this version, all steps or none, and returns the names of the steps taken. Several instances
 * may do so at once. Rejects with a Fault `storage-newer` if the database is ahead of the code.
 */
export async function migrate(db: Kysely<Schema>, kind: EngineKind, log: Log): Promise<readonly string[]> {
  const provider = { getMigrations: async () => ({ ...migrations(kind) }) };
  const tables = await db.introspection.getTables({ withInternalKyselyTables: true });
  if (tables.some(({ name }) => name === 'kysely_migration')) {
    const taken = await db
      .withTables<{ kysely_migration: { name: string } }>()
      .selectFrom('kysely_migration')
      .select('name')
      .execute();
    refuseNewerSchema(
      kind,
      taken.map(({ name }) => name),
    );
  }
  const { error, results = [] } = await new Migrator({ db, provider }).migrateToLatest();
  if (error !== undefined) throw error;
  const steps = results.map(({ migrationName }) => migrationName);
  if (steps.length > 0) log.info({ steps }, 'The database was brought up to date.');
  return steps;
}
