import { sql } from 'kysely';
import type { MemoryAnswer } from '../../app/store/memory.ts';
import type { MemoryCard } from '../../core/memory/memory-card.ts';
import type { UnitContext } from '../context.ts';
import { fromJson } from '../json.ts';
import type { MemoryCardTable } from '../learning-schema.ts';

// All as text, and not by the builder: they are done with every answer, and building one takes as long as running it.

/** What is known of a question to somebody: its card, null for none, and the items of it that they have answered. */
export type KnownCard = { readonly card: MemoryCard | null; readonly items: readonly string[] };

type Context = Pick<UnitContext, 'tx' | 'kind'>;
type Row = Omit<MemoryCardTable, 'items'> & { readonly items: string };

/**
 * A card, locked until the unit ends, before an answer to it gets its place in the order: so that cards which are made anew come
 * out the same. PostgreSQL locks only what is there, so there a blank row is put in; SQLite has one writer at a time.
 */
export async function lockCard({ tx, kind }: Context, learner: string, question: string): Promise<KnownCard> {
  const { rows } =
    kind === 'postgres'
      ? await sql<Row>`insert into memory_cards
          (learner, question, item, due, stability, difficulty, answered, missed, last)
          values (${learner}, ${question}, '', 0, 0, 0, 0, 0, 0)
          on conflict (learner, question) do update set learner = excluded.learner returning *`.execute(tx)
      : await sql<Row>`select * from memory_cards where learner = ${learner} and question = ${question}`.execute(tx);
  const [row] = rows;
  if (row === undefined || row.answered === 0) return { card: null, items: [] };
  const { learner: _, items, ...card } = row;
  return { card, items: fromJson<readonly string[]>(items) };
}

/** Takes a card that was locked for nothing out again. */
export async function unlockCard({ tx, kind }: Context, learner: string, question: string): Promise<void> {
  if (kind !== 'postgres') return;
  await sql`delete from memory_cards where learner = ${learner} and question = ${question} and answered = 0`.execute(
    tx,
  );
}

/** False where an answer of this source was noted before. */
export async function insertAnswer(
  { tx }: Context,
  learner: string,
  scope: string,
  answer: Omit<MemoryAnswer, 'user'>,
): Promise<boolean> {
  const { source, question, item, topic, level, correct, at, asked, choice } = answer;
  const { numAffectedRows } = await sql`insert into memory_answers
      (learner, scope, source, question, item, topic, level, correct, at, asked, choice)
    values (${learner}, ${scope}, ${source}, ${question}, ${item}, ${topic}, ${level}, ${Number(correct)}, ${at},
      ${asked}, ${choice})
    on conflict (learner, source) do nothing`.execute(tx);
  return numAffectedRows === 1n;
}

export async function saveCard(
  { tx }: Context,
  learner: string,
  { card, items }: { readonly card: MemoryCard; readonly items: readonly string[] },
): Promise<void> {
  const { question, item, due, stability, difficulty, answered, missed, last } = card;
  await sql`insert into memory_cards
      (learner, question, item, due, stability, difficulty, answered, missed, last, items)
    values (${learner}, ${question}, ${item}, ${due}, ${stability}, ${difficulty}, ${answered}, ${missed}, ${last},
      ${JSON.stringify(items)})
    on conflict (learner, question) do update set item = excluded.item, due = excluded.due,
      stability = excluded.stability, difficulty = excluded.difficulty, answered = excluded.answered,
      missed = excluded.missed, last = excluded.last, items = excluded.items`.execute(tx);
}
