import { rm } from 'node:fs/promises';
import { type Dialect, Kysely, PostgresDialect, sql } from 'kysely';
import { Migrator } from 'kysely/migration';
import pg from 'pg';
import type { QuizState } from '../../../src/core/quiz/state.ts';
import type { Location } from '../../../src/storage/engine.ts';
import { foundation } from '../../../src/storage/migrations/0001-foundation.ts';
import { teamPeriods } from '../../../src/storage/migrations/0002-team-periods.ts';
import { sqliteDialect } from '../../../src/storage/sqlite/dialect.ts';
import { createFairQueue } from '../../../src/storage/sqlite/fair-queue.ts';
import { connect } from '../../../src/storage/sqlite/node-sqlite.ts';
import type { Database } from '../../faults/database.ts';
import { bank } from '../../search/bank.ts';
import type { Place } from '../house.ts';

type Row = Readonly<Record<string, unknown>>;

/**
 * Puts what the bot has stored into a database as versions made it that named items by their places, and knew of nothing
 * that came later. Only while no bot runs.
 */
export async function toOlder({ location, database }: Place): Promise<void> {
  const items = await placesIn(database);
  const rowsOf = async (table: string): Promise<readonly Row[]> => {
    const rows = await database.read(`select * from ${table}`);
    if (table === 'daily_posts') return rows.map((row) => ({ ...row, item: items.get(String(row['asked']))?.place }));
    if (table === 'quizzes') return rows.map((row) => ({ ...row, state: olderState(String(row['state'])) }));
    if (table !== 'quiz_asked')
      return rows.toSorted((one, other) => Number(one['seq'] ?? 0) - Number(other['seq'] ?? 0));
    return rows.map((row) => {
      const { question, place } = items.get(String(row['asked'])) ?? {};
      return { ...row, item: `${question}#${place}` };
    });
  };
  const stored = new Map<string, readonly Row[]>();
  for (const table of olderTables) stored.set(table, await rowsOf(table));
  const { dialect, close } = await emptied(location);
  const db = await openOlder(dialect, location);
  const tables = await db.introspection.getTables();
  for (const { name, columns } of tables) {
    const names = columns.filter(({ isAutoIncrementing }) => !isAutoIncrementing).map((column) => column.name);
    const values = (stored.get(name) ?? []).map((row) => Object.fromEntries(names.map((each) => [each, row[each]])));
    if (values.length > 0) await db.withTables<Record<string, Row>>().insertInto(name).values(values).execute();
  }
  if (location.kind === 'postgres') await sql`select setval('lane_places', 1000000)`.execute(db);
  await db.destroy();
  close();
}

const olderTables = [
  ...['timers', 'outgoings', 'daily_schedules', 'daily_skips', 'daily_posts', 'daily_answers', 'daily_tallies'],
  ...['streaks', 'quizzes', 'quiz_answers', 'quiz_asked', 'scores', 'boards', 'topics', 'team_scores', 'board_pages'],
  ...['gaps', 'events', 'instances', 'counters'],
];

async function placesIn(database: Database) {
  const kept = await database.read('select hash, content from asked_items');
  return new Map(
    kept.map(({ hash, content }) => {
      const { question, item } = JSON.parse(String(content));
      return [String(hash), { question: String(question.id), place: placeOf(question.id, item.id) }];
    }),
  );
}

function placeOf(question: string, item: string): number {
  return bank.find(({ id }) => id === question)?.items.findIndex(({ id }) => id === item) ?? -1;
}

function olderState(text: string): string {
  const state = JSON.parse(text) as QuizState;
  const questions = state.questions.map(({ question, item, order, correct }) => ({
    question,
    item: placeOf(question, item),
    order,
    correct,
  }));
  return JSON.stringify({ ...state, questions });
}

/** An empty place with the tables of those versions. */
async function openOlder(dialect: Dialect, { kind }: Location): Promise<Kysely<unknown>> {
  const db = new Kysely<unknown>({ dialect });
  const migrations = { '0001-foundation': foundation(kind), '0002-team-periods': teamPeriods(kind) };
  const { error } = await new Migrator({ db, provider: { getMigrations: async () => migrations } }).migrateToLatest();
  if (error !== undefined) throw error;
  return db;
}

/** The same place with nothing in it, and what is to be closed after its use. */
async function emptied(location: Location): Promise<{ readonly dialect: Dialect; readonly close: () => void }> {
  if (location.kind === 'sqlite') {
    for (const end of ['', '-wal', '-shm']) await rm(`${location.path}${end}`, { force: true });
    const connection = connect(location.path);
    return { dialect: sqliteDialect(connection, createFairQueue()), close: connection.close };
  }
  const pool = new pg.Pool({ connectionString: location.url });
  await pool.query('drop schema public cascade');
  await pool.query('create schema public');
  return { dialect: new PostgresDialect({ pool }), close: () => {} };
}
