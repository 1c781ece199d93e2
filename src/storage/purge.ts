import { type RawBuilder, sql } from 'kysely';
import type { QuizState } from '../core/quiz/state.ts';
import type { Engine } from './engine.ts';
import { fromJson } from './json.ts';

const day = 86_400_000;

/** Rows deleted at once; few enough that nobody else waits long for the database. */
const batch = 1_000;

/** Quizzes read at once, likewise. */
const quizzesRead = 100;

/**
 * Deletes expired data: seen events after three days; votes and settled outgoings after thirty (later edits refer to
 * the messages that they posted) practice that nobody went on with, and flags that were taken back; settings that nobody chose a time zone for, and suggestions that were not sent, after
 * seven; finished quizzes and suggestions that were decided after ninety; asked items that nothing refers to, ninety days after a bank last had them; and instances that are gone.
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
    sql`delete from votes where (voter, question) in (select voter, question from votes
    where at < ${now - 30 * day} limit ${batch})`,
  );
  await empty(
    engine,
    sql`delete from practice_sessions where learner in (select learner from practice_sessions
    where at < ${now - 30 * day} limit ${batch})`,
  );
  // While a bank still has an item, what was looked at keeps the same people from flagging it anew.
  await empty(
    engine,
    sql`delete from flags where (learner, asked) in (select learner, asked from flags
    where state <> 'raised' and at < ${now - 30 * day} and (state = 'taken-back'
      or asked not in (select hash from asked_items)) limit ${batch})`,
  );
  await empty(
    engine,
    sql`delete from suggestions where id in (select id from suggestions
    where (state = 'draft' and at < ${now - 7 * day})
      or (state in ('declined', 'filed') and decided_at < ${now - 90 * day}) limit ${batch})`,
  );
  await empty(
    engine,
    sql`delete from interviews where learner in (select learner from interviews
    where at < ${now - 30 * day} limit ${batch})`,
  );
  await empty(
    engine,
    // Read once: as a subquery per outgoing it would scan everything that was ever posted each time.
    sql`delete from outgoings where id in (select id from outgoings
    where ended_at < ${now - 30 * day} and state <> 'waiting' and id not in (select outgoing from daily_posts
      where state in ('posting', 'open')) limit ${batch})`,
  );
  await empty(
    engine,
    sql`delete from daily_drafts where id in (select id from daily_drafts
    where since < ${now - 7 * day} limit ${batch})`,
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

/** Items that no bank has had for that long may still be referred to by posts, quizzes and channel histories. */
async function forgetItems(engine: Engine, now: number): Promise<void> {
  // `seen_at` is only accurate to the day.
  const least = now - 91 * day;
  const unused = sql`seen_at < ${least} and not exists (select 1 from daily_posts where asked = hash)
    and not exists (select 1 from quiz_asked where asked = hash)`;
  const { rows } = await sql<{ hash: string }>`select hash from asked_items where ${unused}`.execute(engine.db);
  if (rows.length === 0) return;
  const picked = await pickedInQuizzes(engine);
  const gone = rows.map(({ hash }) => hash).filter((hash) => !picked.has(hash));
  for (let from = 0; from < gone.length; from += batch) {
    const some = gone.slice(from, from + batch);
    // A bank may have them again by now.
    const left = engine.db.deleteFrom('asked_items').where('hash', 'in', some).where('seen_at', '<', least);
    await left.execute();
  }
  await sql`delete from older_places where not exists (select 1 from asked_items where hash = asked)`.execute(
    engine.db,
  );
}

/** All hashes that quizzes refer to, reading a few quizzes at a time. */
async function pickedInQuizzes({ db }: Engine): Promise<ReadonlySet<string>> {
  const picked = new Set<string>();
  for (let last = ''; ; ) {
    const some = db.selectFrom('quizzes').select(['id', 'state']).where('id', '>', last).orderBy('id');
    const rows = await some.limit(quizzesRead).execute();
    for (const { state } of rows) {
      for (const { asked } of fromJson<Partial<QuizState>>(state).questions ?? []) picked.add(asked);
    }
    if (rows.length < quizzesRead) return picked;
    last = rows.at(-1)?.id ?? last;
  }
}

async function empty({ db }: Engine, deletion: RawBuilder<unknown>): Promise<void> {
  for (;;) {
    const { numAffectedRows } = await deletion.execute(db);
    if (numAffectedRows === undefined || numAffectedRows < BigInt(batch)) return;
  }
}
