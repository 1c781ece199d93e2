import { PostgresDialect } from 'kysely';
import pg from 'pg';
import { afterAll, beforeAll, onTestFinished } from 'vitest';
import { describeDailyPractice, describeDailyPracticeTogether } from '../app/daily-practice/practised-daily.ts';
import { describeEditedBank } from '../app/edited-bank.ts';
import { describeAskedPeers } from '../app/interview/asked-peers.ts';
import { describeInterview } from '../app/interview/interviewed.ts';
import { describePractice } from '../app/practice/practised.ts';
import { describeForgotten } from '../app/quiz/forgotten.ts';
import { describeOlder, describeOlderTogether } from '../app/upkeep/older.ts';
import { postgresDatabase } from '../faults/database.ts';
import { type PostgresServer, startPostgres } from '../simulators/postgres/server.ts';
import { describeContract } from './contract/contract.ts';
import { describeSchema } from './describe-schema.ts';
import { describePostgresFaults } from './postgres-faults.ts';
import { readPostgresSchema, runOnPostgres } from './postgres-schema.ts';
import { describeUpgrade } from './upgrade.ts';

// One file, so that one server is started for all that needs one.
let server: PostgresServer;
let url = '';

beforeAll(async () => {
  server = await startPostgres();
  url = await server.createDatabase();
});

afterAll(() => server?.stop());

describeContract({
  name: 'PostgreSQL',
  locate: async () => {
    await empty(url);
    return { kind: 'postgres', url };
  },
});

describePostgresFaults(() => server);

describeUpgrade('PostgreSQL', async () => {
  const fresh = await server.createDatabase();
  const pool = new pg.Pool({ connectionString: fresh });
  return { location: { kind: 'postgres', url: fresh }, dialect: new PostgresDialect({ pool }) };
});

describeSchema({
  name: 'PostgreSQL',
  place: async () => ({ kind: 'postgres', url: await server.createDatabase() }),
  read: readPostgresSchema,
  make: runOnPostgres,
});

const locateEmpty = async () => {
  await empty(url);
  const database = await postgresDatabase(url);
  onTestFinished(() => database.close());
  return { location: { kind: 'postgres', url }, database } as const;
};

describeEditedBank('PostgreSQL', locateEmpty, ['at a restart']);

describeOlder('PostgreSQL', locateEmpty);

describeOlderTogether('PostgreSQL', locateEmpty);

describeForgotten('PostgreSQL', locateEmpty);

describePractice('PostgreSQL', locateEmpty);
describeInterview('PostgreSQL', locateEmpty);

describeAskedPeers('PostgreSQL', locateEmpty);

describeDailyPractice('PostgreSQL', locateEmpty);

describeDailyPracticeTogether('PostgreSQL', locateEmpty);

/** Deletes all rows: much quicker than making a database for every test. */
async function empty(address: string): Promise<void> {
  const client = new pg.Client({ connectionString: address });
  await client.connect();
  await client.query(`do $$ declare name text; begin
    for name in select tablename from pg_tables where schemaname = 'public' and tablename not like 'kysely%' loop
      execute format('delete from %I', name);
    end loop;
  end $$`);
  await client.end();
}
