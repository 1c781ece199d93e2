import { type RawBuilder, sql } from 'kysely';
import type { Engine } from './engine.ts';

const day = 86_400_000;

/** Deleted at once; few enough that nobody else waits long for the database. */
const batch = 1_000;

/**
 * Deletes what has had its time: seen events after three days, settled outgoings after thirty (later edits name the
 * messages that they posted), finished quizzes after ninety, asked items that nothing refers to ninety days after a bank
 * had them last, and instances that are gone.
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
  await forgetItems(engine, now);
  await engine.tidy();
}

/** Of what no bank has had for so long there may still be posts, quizzes and what a channel was asked lately. */
async function forgetItems(engine: Engine, now: number): Promise<void> {
  // When a bank had them is known to the day.
  const unused = sql`seen_at < ${now - 91 * day} and not exists (select 1 from daily_posts where asked = hash)
    and not exists (select 1 from quiz_asked where asked = hash)`;
  // All quizzes are gone through for the rest, and hardly ever is there any.
  const { rows } = await sql`select 1 from asked_items where ${unused} limit 1`.execute(engine.db);
  if (rows.length === 0) return;
  await empty(
    engine,
    sql`delete from asked_items where hash in (select hash from asked_items
    where ${unused} and hash not in (${askedInQuizzes(engine)}) limit ${batch})`,
  );
  await sql`delete from older_places where not exists (select 1 from asked_items where hash = asked)`.execute(
    engine.db,
  );
}

/** The hashes in the states of all quizzes. */
function askedInQuizzes({ kind }: Engine): RawBuilder<unknown> {
  return kind === 'postgres'
    ? sql`select picked ->> 'asked' from quizzes, json_array_elements(quizzes.state::json -> 'questions') as picked
        where picked ->> 'asked' is not null`
    : sql`select json_extract(picked.value, '$.asked') from quizzes, json_each(quizzes.state, '$.questions') as picked
        where json_extract(picked.value, '$.asked') is not null`;
}

async function empty({ db }: Engine, deletion: RawBuilder<unknown>): Promise<void> {
  for (;;) {
    const { numAffectedRows } = await deletion.execute(db);
    if (numAffectedRows === undefined || numAffectedRows < BigInt(batch)) return;
  }
}
