import pg from 'pg';
import type { QuizState } from '../../src/core/quiz/state.ts';
import type { Schema } from '../../src/storage/schema.ts';
import { connect } from '../../src/storage/sqlite/node-sqlite.ts';

/** Statements from outside of the bot, with `?` for what is filled in. */
export type Database = {
  readonly url: string;
  readonly read: (statement: string) => Promise<readonly Readonly<Record<string, unknown>>[]>;
  /** What it would read after another statement, which is undone again. Only while no bot runs. */
  readonly readAfter: (statement: string, query: string) => Promise<readonly Readonly<Record<string, unknown>>[]>;
  /** Runs all of them in one transaction. Only while no bot runs on SQLite. */
  readonly write: (statements: readonly (readonly [string, ...(string | number)[]])[]) => Promise<void>;
  readonly close: () => Promise<void>;
};

/** The file of a bot: opened anew for every look, so that nothing is held while the bot has it. */
export function sqliteDatabase(file: string): Database {
  return {
    url: `file:${file}`,
    read: async (statement) => {
      const connection = connect(file, { isReadOnly: true, busyTimeout: 2000 });
      try {
        return connection.prepare(statement).all([]);
      } finally {
        connection.close();
      }
    },
    readAfter: async (statement, query) => {
      const connection = connect(file, { busyTimeout: 2000 });
      try {
        connection.run(`begin; ${statement}`);
        return connection.prepare(query).all([]);
      } finally {
        connection.run('rollback');
        connection.close();
      }
    },
    write: async (statements) => {
      const connection = connect(file, { busyTimeout: 2000 });
      try {
        connection.run('begin immediate');
        for (const [statement, ...values] of statements) connection.prepare(statement).run(values);
        connection.run('commit');
      } finally {
        connection.close();
      }
    },
    close: async () => {},
  };
}

/** The same of a PostgreSQL. */
export async function postgresDatabase(url: string): Promise<Database> {
  const settings = { connectionString: url, types: { getTypeParser: () => numbers } };
  const client = new pg.Client(settings);
  // People look by themselves, and a client does one thing at a time.
  const readers = new pg.Pool({ ...settings, max: 4 });
  await client.connect();
  const numbered = (statement: string) => {
    let place = 0;
    return statement.replace(/\?/g, () => {
      place += 1;
      return `$${place}`;
    });
  };
  return {
    url,
    read: async (statement) => (await readers.query(statement)).rows as Record<string, unknown>[],
    readAfter: async (statement, query) => {
      await client.query('begin');
      try {
        await client.query(statement);
        return (await client.query(query)).rows as Record<string, unknown>[];
      } finally {
        await client.query('rollback');
      }
    },
    write: async (statements) => {
      await client.query('begin');
      try {
        for (const [statement, ...values] of statements) await client.query(numbered(statement), values);
        await client.query('commit');
      } catch (error) {
        await client.query('rollback');
        throw error;
      }
    },
    close: async () => {
      await Promise.all([client.end(), readers.end()]);
    },
  };
}

/** Every column here is a number or a text. */
function numbers(text: string): string | number {
  return /^-?\d{1,15}$/.test(text) ? Number(text) : text;
}

type Row<Table extends keyof Schema> = {
  readonly [Column in keyof Schema[Table]]: Schema[Table][Column] extends infer Type
    ? Type extends { readonly __select__: infer Selected }
      ? Selected
      : Type
    : never;
};

/** All that the checker needs, as it stands in the tables. */
export type Snapshot = {
  readonly quizzes: readonly (Omit<Row<'quizzes'>, 'state'> & { readonly state: QuizState })[];
  readonly quizAnswers: readonly Row<'quiz_answers'>[];
  readonly schedules: readonly Row<'daily_schedules'>[];
  readonly dailyPosts: readonly Row<'daily_posts'>[];
  readonly dailyAnswers: readonly Row<'daily_answers'>[];
  readonly dailyTallies: readonly Row<'daily_tallies'>[];
  readonly scores: readonly Row<'scores'>[];
  readonly outgoings: readonly Row<'outgoings'>[];
  readonly timers: readonly Row<'timers'>[];
};

export async function takeSnapshot(database: Database): Promise<Snapshot> {
  const table = async <Name extends keyof Schema>(name: Name, order = '1') =>
    (await database.read(`select * from ${name} order by ${order}`)) as readonly Row<Name>[];
  const quizzes = await table('quizzes');
  return {
    quizzes: quizzes.map(({ state, ...quiz }) => ({ ...quiz, state: JSON.parse(state) as QuizState })),
    quizAnswers: await table('quiz_answers', 'seq'),
    schedules: await table('daily_schedules'),
    dailyPosts: await table('daily_posts'),
    dailyAnswers: await table('daily_answers', 'seq'),
    dailyTallies: await table('daily_tallies'),
    scores: await table('scores'),
    outgoings: await table('outgoings', 'seq'),
    timers: await table('timers'),
  };
}
