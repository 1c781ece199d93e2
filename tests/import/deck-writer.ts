import { readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { zstdCompressSync } from 'node:zlib';
import { zipSync } from 'fflate';

/** A note type as tests need it: its id, and what its fields are called. */
export type NoteType = { readonly id: number; readonly name: string; readonly fields: readonly string[] };

export type WrittenNote = {
  readonly type: NoteType;
  readonly fields: readonly string[];
  readonly guid?: string;
  readonly tags?: string;
  /** `A::B`; without it, in the default deck. */
  readonly deck?: string;
};

export const basic: NoteType = { id: 1_700_000_000_001, name: 'Basic', fields: ['Front', 'Back'] };

export const cloze: NoteType = { id: 1_700_000_000_002, name: 'Cloze', fields: ['Text', 'Back Extra'] };

/** That of the add-on “Multiple Choice for Anki”. */
export const allInOne: NoteType = {
  id: 1_700_000_000_003,
  name: 'AllInOne (kprim, mc, sc)',
  fields: [
    ...['Question', 'Title', 'QType (0=kprim,1=mc,2=sc)', 'Q_1', 'Q_2', 'Q_3', 'Q_4', 'Q_5'],
    ...['Answers', 'Sources', 'Extra 1'],
  ],
};

const notesAndCards = `
  CREATE TABLE notes (id integer PRIMARY KEY, guid text NOT NULL, mid integer NOT NULL, mod integer NOT NULL, usn integer NOT NULL,
    tags text NOT NULL, flds text NOT NULL, sfld integer NOT NULL, csum integer NOT NULL, flags integer NOT NULL, data text NOT NULL);
  CREATE TABLE cards (id integer PRIMARY KEY, nid integer NOT NULL, did integer NOT NULL, ord integer NOT NULL, mod integer NOT NULL,
    usn integer NOT NULL, type integer NOT NULL, queue integer NOT NULL, due integer NOT NULL, ivl integer NOT NULL, factor integer NOT NULL,
    reps integer NOT NULL, lapses integer NOT NULL, left integer NOT NULL, odue integer NOT NULL, odid integer NOT NULL,
    flags integer NOT NULL, data text NOT NULL);
  CREATE INDEX ix_cards_nid ON cards (nid);
  CREATE TABLE col (id integer PRIMARY KEY, crt integer NOT NULL, ver integer NOT NULL, models text NOT NULL, decks text NOT NULL);`;

/** The tables of schema 18 whose names Anki compares by a collation of its own. */
const named = {
  notetypes:
    'CREATE TABLE notetypes (id integer NOT NULL PRIMARY KEY, name text NOT NULL COLLATE unicase, config blob NOT NULL)',
  fields: `CREATE TABLE fields (ntid integer NOT NULL, ord integer NOT NULL, name text NOT NULL COLLATE unicase, config blob NOT NULL,
    PRIMARY KEY (ntid, ord)) without rowid`,
  decks:
    'CREATE TABLE decks (id integer PRIMARY KEY NOT NULL, name text NOT NULL COLLATE unicase, common blob NOT NULL, kind blob NOT NULL)',
} as const;

/** A collection as a file at `path`, in Anki's schema 11 or 18; notes are taken as they come. */
export function writeCollection(path: string, notes: Iterable<WrittenNote>, schema: 11 | 18): void {
  using database = new DatabaseSync(path, { defensive: false });
  database.exec(`PRAGMA journal_mode = off; ${notesAndCards}`);
  const types = new Map<number, NoteType>();
  const decks = new Map([['Default', 1]]);
  const note = database.prepare(`INSERT INTO notes VALUES (?, ?, ?, 0, -1, ?, ?, '', 0, 0, '')`);
  const card = database.prepare(`INSERT INTO cards VALUES (?, ?, ?, 0, 0, -1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, '')`);
  database.exec('BEGIN');
  let id = 1_700_000_000_000;
  for (const { type, fields, guid, tags = '', deck = 'Default' } of notes) {
    id += 1;
    types.set(type.id, type);
    if (!decks.has(deck)) decks.set(deck, 1_600_000_000_000 + decks.size);
    note.run(id, guid ?? `guid${id}`, type.id, tags, fields.join('\x1f'));
    card.run(id, id, decks.get(deck) ?? 1);
  }
  database.exec('COMMIT');
  if (schema === 11) writeNamesAsJson(database, types, decks);
  else writeNamesAsTables(database, types, decks);
}

type Types = ReadonlyMap<number, NoteType>;
type Decks = ReadonlyMap<string, number>;

function writeNamesAsJson(database: DatabaseSync, types: Types, decks: Decks): void {
  const models = [...types.values()].map(({ id, name, fields }) => {
    return [id, { id, name, type: 0, flds: fields.map((field, ord) => ({ name: field, ord })) }];
  });
  const json = [...decks].map(([name, id]) => [id, { id, name }]);
  database
    .prepare('INSERT INTO col VALUES (1, 0, 11, ?, ?)')
    .run(JSON.stringify(Object.fromEntries(models)), JSON.stringify(Object.fromEntries(json)));
}

function writeNamesAsTables(database: DatabaseSync, types: Types, decks: Decks): void {
  for (const sql of Object.values(named)) database.exec(sql.replace(' COLLATE unicase', ''));
  database.exec(`INSERT INTO col VALUES (1, 0, 18, '', '')`);
  for (const { id, name, fields } of types.values()) {
    database.prepare(`INSERT INTO notetypes VALUES (?, ?, x'')`).run(id, name);
    for (const [ord, field] of fields.entries()) {
      database.prepare(`INSERT INTO fields VALUES (?, ?, ?, x'')`).run(id, ord, field);
    }
  }
  for (const [name, id] of decks) {
    database.prepare(`INSERT INTO decks VALUES (?, ?, x'', x'')`).run(id, name.replaceAll('::', '\x1f'));
  }
  // SQLite itself cannot have a table with a collation that it does not know; a file can.
  database.exec('PRAGMA writable_schema = ON');
  for (const [name, sql] of Object.entries(named)) {
    database.prepare('UPDATE sqlite_schema SET sql = ? WHERE name = ?').run(sql, name);
  }
}

/** What stands beside the collection of a newer deck. */
const askForUpdate: WrittenNote = {
  type: basic,
  fields: ['Please update to the latest Anki version, then import the .colpkg/.apkg file again.', ''],
};

/** The files of a deck as Anki packs them: its version 1 (2.0), 2 (2.1.0 to 2.1.49) or 3 (since then). */
export async function deckFiles(
  notes: readonly WrittenNote[],
  version: 1 | 2 | 3,
): Promise<Record<string, Uint8Array>> {
  const own = await collectionBytes(notes, version === 3 ? 18 : 11);
  const note = await collectionBytes([askForUpdate], 11);
  const meta = Uint8Array.of(0x08, version);
  const media = new TextEncoder().encode('{}');
  if (version === 1) return { 'collection.anki2': own, media };
  if (version === 2) return { 'collection.anki2': note, 'collection.anki21': own, media, meta };
  return {
    meta,
    'collection.anki21b': zstdCompressSync(own),
    'collection.anki2': note,
    media: zstdCompressSync(media),
  };
}

/** A whole deck. */
export async function deck(notes: readonly WrittenNote[], version: 1 | 2 | 3): Promise<Uint8Array> {
  return zipSync(await deckFiles(notes, version));
}

export async function collectionBytes(notes: readonly WrittenNote[], schema: 11 | 18): Promise<Uint8Array> {
  const path = join(tmpdir(), `collection-${crypto.randomUUID()}`);
  try {
    writeCollection(path, notes, schema);
    return await readFile(path);
  } finally {
    await rm(path, { force: true });
  }
}
