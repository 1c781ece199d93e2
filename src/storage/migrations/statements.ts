import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';
import type { EngineKind } from '../engine.ts';

/** `create table …` in the words of an engine, with `integer`, `text` and `sequence` as types. */
export function tableIn(kind: EngineKind, table: string): string {
  return kind === 'sqlite' ? toSqlite(table) : toPostgres(table);
}

/** A step that carries out these statements one after the other. */
export function inTurn(statements: readonly string[]): Migration {
  return {
    up: async (db: Kysely<unknown>) => {
      for (const statement of statements) await sql.raw(statement).execute(db);
    },
  };
}

/** A table that accepts no value of a foreign type; SQLite stores anything anywhere without STRICT. */
function toSqlite(table: string): string {
  return `${table.replaceAll('sequence', 'integer primary key autoincrement')} strict`;
}

/** Integers of 64 bits, and texts ordered by their bytes as SQLite orders them, whatever the server's locale. */
function toPostgres(table: string): string {
  return table
    .replaceAll('sequence', 'bigint generated always as identity primary key')
    .replace(/\binteger\b/g, 'bigint')
    .replace(/\btext\b/g, 'text collate "C"');
}
