import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';
import type { EngineKind } from '../engine.ts';

/** `create table …` in an engine's dialect, with `integer`, `real`, `text` and `sequence` as types. */
export function tableIn(kind: EngineKind, table: string): string {
  return kind === 'sqlite' ? toSqlite(table) : toPostgres(table);
}

/** A migration that runs these statements one after the other. */
export function inTurn(statements: readonly string[]): Migration {
  return {
    up: async (db: Kysely<unknown>) => {
      for (const statement of statements) await sql.raw(statement).execute(db);
    },
  };
}

/** A strictly typed table: without STRICT, SQLite stores any value in any column. */
function toSqlite(table: string): string {
  return `${table.replaceAll('sequence', 'integer primary key autoincrement')} strict`;
}

/** 64-bit integers and numbers, and texts that sort by their bytes as in SQLite, whatever the server's locale. */
function toPostgres(table: string): string {
  return table
    .replaceAll('sequence', 'bigint generated always as identity primary key')
    .replace(/\binteger\b/g, 'bigint')
    .replace(/\breal\b/g, 'double precision')
    .replace(/\btext\b/g, 'text collate "C"');
}
