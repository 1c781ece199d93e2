import type { DatabaseSync as Database } from 'node:sqlite';
import { DatabaseSync } from 'node:sqlite';
import type { Entry } from '../candidate.ts';
import { refusal } from '../candidate.ts';
import type { Limits } from '../limits.ts';
import { sizeOf } from '../limits.ts';
import { UnreadableSource } from '../unreadable-source.ts';
import type { AnkiNote } from './anki-note.ts';
import type { DeckNames } from './apkg-names.ts';
import { deckNames } from './apkg-names.ts';
import { readDeckNote } from './apkg-note.ts';

/** Bytes of one UTF-8 character at most. */
const bytesOfCharacter = 4;

type NoteRow = {
  readonly guid: string;
  readonly type: string;
  readonly tags: string;
  readonly fields: string | null;
  readonly bytes: number;
  readonly deck: string | null;
};

/**
 * The notes of Anki's collection in the file at `path`, of schema 11 or 18, one after the other. The file is changed, so it is to be
 * a copy. Throws `UnreadableSource` if it is none or damaged; a fault among the notes is an entry.
 */
export function* readCollection(path: string, limits: Limits): Generator<Entry> {
  forgetCollation(path);
  using database = opened(path, true);
  const names = fromDatabase(() => deckNames(database, limits.unpackedBytes));
  let number = 0;
  try {
    for (const row of notesOf(database, limits.questionCharacters * bytesOfCharacter)) {
      number += 1;
      yield* entriesOf(row, `note ${number}`, names);
    }
  } catch (error) {
    if (!isFromSqlite(error)) throw error;
    const where = number === 0 ? 'the notes' : `after note ${number}`;
    yield refusal(where, 'The collection in the deck is damaged; all from there on is left out. Export it again.');
  }
}

function entriesOf(
  { guid, type, tags, fields, bytes, deck }: NoteRow,
  place: string,
  names: DeckNames,
): readonly Entry[] {
  if (fields === null) return [refusal(place, `It has ${sizeOf(bytes)}, which is more than any question.`)];
  const read: AnkiNote = {
    ...{ place, guid, markup: 'html', fields: fields.split('\x1f'), fieldNames: names.fieldsOf(type) },
    deck: deck === null ? '' : names.deckOf(deck),
    tags: tags.split(/\s+/).filter((tag) => tag !== ''),
  };
  return readDeckNote(read);
}

function* notesOf(database: Database, most: number): Generator<NoteRow> {
  // A card that is in a filtered deck for a while belongs to the other one.
  const rows = database
    .prepare(
      `SELECT guid, CAST(mid AS TEXT) AS type, tags, octet_length(flds) AS bytes,
         iif(octet_length(flds) <= ?, CAST(flds AS TEXT), NULL) AS fields, CAST(deck AS TEXT) AS deck
       FROM notes LEFT JOIN (SELECT nid, min(iif(odid > 0, odid, did)) AS deck FROM cards GROUP BY nid) ON nid = notes.id
       ORDER BY notes.id`,
    )
    .iterate(most);
  for (const row of rows) {
    const { guid, type, tags, fields, bytes, deck } = row;
    yield {
      ...{ guid: String(guid ?? ''), type: String(type ?? ''), tags: String(tags ?? ''), bytes: Number(bytes ?? 0) },
      ...{ fields: bytes === null ? '' : typeof fields === 'string' ? fields : null },
      deck: typeof deck === 'string' ? deck : null,
    };
  }
}

/** Tables that are read. */
const read = ['notes', 'cards', 'col', 'notetypes', 'fields', 'decks'];

/**
 * Names in schema 18 are compared by a collation that only Anki has; without it SQLite reads no row of a table without row ids. So the
 * copy is made to forget it: nothing here depends on an order of names. What only looks like a table, and may run for ever, is refused.
 */
function forgetCollation(path: string): void {
  using database = opened(path, false);
  fromDatabase(() => {
    const tables = database
      .prepare(
        `SELECT rowid AS id, type, sql FROM sqlite_schema WHERE lower(name) IN (${read.map(() => '?').join(', ')})`,
      )
      .all(...read)
      .map(({ id, type, sql }) => ({ id: Number(id), type, sql: String(sql) }));
    if (tables.some(({ type, sql }) => type !== 'table' || /^create\s+virtual\b|\bas\s*\(/i.test(sql))) {
      throw new UnreadableSource('The collection in the deck is none that Anki makes.');
    }
    database.exec('PRAGMA writable_schema = ON');
    const change = database.prepare('UPDATE sqlite_schema SET sql = ? WHERE rowid = ?');
    for (const { id, sql } of tables) {
      const plain = sql.replaceAll(/\bcollate\s+unicase\b/gi, '');
      if (plain !== sql) change.run(plain, id);
    }
  });
}

function opened(path: string, readOnly: boolean): Database {
  return fromDatabase(() => {
    const database = new DatabaseSync(path, { readOnly, defensive: false });
    database.exec('PRAGMA trusted_schema = OFF; PRAGMA cell_size_check = ON; PRAGMA temp_store = FILE');
    return database;
  });
}

function fromDatabase<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (!isFromSqlite(error)) throw error;
    throw new UnreadableSource('The collection in the deck is damaged. Export it again.');
  }
}

function isFromSqlite(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ERR_SQLITE_ERROR';
}
