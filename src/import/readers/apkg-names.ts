import type { DatabaseSync } from 'node:sqlite';
import { UnreadableSource } from '../unreadable-source.ts';

/** What a collection calls the parts of its notes and its decks, by their ids. */
export type DeckNames = {
  /** The fields of a note type in their order; none where the type is not known. */
  readonly fieldsOf: (type: string) => readonly string[];
  /** `Biology::Cells`; empty for the deck into which Anki puts what has none. */
  readonly deckOf: (deck: string) => string;
};

/** The deck of what has none. */
const defaultDeck = '1';

/** Reads the names of a collection: tables in schema 18, JSON of at most so many bytes in schema 11. */
export function deckNames(database: DatabaseSync, most: number): DeckNames {
  const tables = database.prepare(`SELECT name FROM sqlite_schema WHERE type = 'table'`).all();
  const isNew = tables.some(({ name }) => name === 'notetypes');
  const { fields, decks } = isNew ? fromTables(database) : fromJson(database, most);
  return {
    fieldsOf: (type) => fields.get(type) ?? [],
    deckOf: (deck) => (deck === defaultDeck ? '' : (decks.get(deck) ?? '')),
  };
}

type Names = {
  readonly fields: ReadonlyMap<string, readonly string[]>;
  readonly decks: ReadonlyMap<string, string>;
};

function fromTables(database: DatabaseSync): Names {
  const fields = database
    .prepare(
      'SELECT CAST(ntid AS TEXT) AS type, CAST(substr(name, 1, 200) AS TEXT) AS name FROM fields ORDER BY ntid, ord LIMIT 100000',
    )
    .all();
  const byType = Map.groupBy(fields, ({ type }) => String(type));
  const decks = database
    .prepare('SELECT CAST(id AS TEXT) AS id, CAST(substr(name, 1, 2000) AS TEXT) AS name FROM decks LIMIT 100000')
    .all();
  return {
    fields: new Map([...byType].map(([type, own]) => [type, own.map(({ name }) => String(name))])),
    decks: new Map(decks.map(({ id, name }) => [String(id), String(name).replaceAll('\x1f', '::')])),
  };
}

function fromJson(database: DatabaseSync, most: number): Names {
  const row = database
    .prepare(
      'SELECT iif(octet_length(models) + octet_length(decks) <= ?, 1, 0) AS fits, models, decks FROM col LIMIT 1',
    )
    .get(most);
  if (row !== undefined && row['fits'] !== 1) throw new UnreadableSource('The note types of the deck are too large.');
  const models = Object.entries(parsed(row?.['models']));
  const decks = Object.entries(parsed(row?.['decks']));
  return {
    fields: new Map(models.map(([id, model]) => [id, listOf(model, 'flds').map(nameOf)])),
    decks: new Map(decks.map(([id, deck]) => [id, nameOf(deck)])),
  };
}

/** An object that JSON says; an empty one for everything else, since without names notes are read by position. */
function parsed(json: unknown): object {
  try {
    const value: unknown = JSON.parse(String(json));
    return typeof value === 'object' && value !== null ? value : {};
  } catch {
    return {};
  }
}

function listOf(value: unknown, key: string): readonly unknown[] {
  const found =
    typeof value === 'object' && value !== null ? Object.entries(value).find(([name]) => name === key) : undefined;
  return Array.isArray(found?.[1]) ? found[1] : [];
}

function nameOf(value: unknown): string {
  const name = typeof value === 'object' && value !== null && 'name' in value ? value.name : '';
  return typeof name === 'string' ? name : '';
}
