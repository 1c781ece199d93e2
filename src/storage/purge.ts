import { type RawBuilder, sql } from 'kysely';
import type { Engine } from './engine.ts';

const day = 86_400_000;

/** Deleted at once; few enough that nobody else waits long for the database. */
const batch = 1_000;

/**
 * Deletes what has had its time: seen events after three days, settled outgoings after thirty (later edits name the
 * messages that they posted), finished quizzes after ninety, and instances that are gone.
 */
export async function purge(engine: Engine, now: number): Promise<void> {
  const { db } = engine;
  await db
    .updateTable('quizzes')
    .set({ finished_at: now })
    .where('live', '=', 0)
    .where('finished_at', 'is', null)
    .execute();
  await empty(
    engine,
    sql`delete from events where event in (select event from events
    where seen_at < ${now - 3 * day} limit ${batch})`,
  );
  await empty(
    engine,
    // Read once: asked for each outgoing, all that was ever posted would be gone through every time.
    sql`delete from outgoings where id in (select id from outgoings
    where ended_at < ${now - 30 * day} and state <> 'waiting' and id not in (select outgoing from daily_posts
      where state in ('posting', 'open')) limit ${batch})`,
  );
  const old = sql`from quizzes where finished_at < ${now - 90 * day}`;
  await empty(
    engine,
    sql`delete from quiz_answers where seq in (select seq from quiz_answers
    where quiz in (select id ${old}) limit ${batch})`,
  );
  await empty(engine, sql`delete from quizzes where id in (select id ${old} limit ${batch})`);
  await empty(
    engine,
    sql`delete from instances where seen_at < ${now - day}
    and seen_at < (select max(seen_at) from instances)`,
  );
  await engine.tidy();
}

async function empty({ db }: Engine, deletion: RawBuilder<unknown>): Promise<void> {
  for (;;) {
    const { numAffectedRows } = await deletion.execute(db);
    if (numAffectedRows === undefined || numAffectedRows < BigInt(batch)) return;
  }
}
