import { type Dialect, Kysely, sql } from 'kysely';
import { Migrator } from 'kysely/migration';
import { describe, expect, it } from 'vitest';
import type { Location } from '../../src/storage/engine.ts';
import { foundation } from '../../src/storage/migrations/0001-foundation.ts';
import { createOpening } from './opener.ts';

type Old = { readonly location: Location; readonly dialect: Dialect };

/** What every step from an older version promises. `place`: an empty place, and the way there without our own schema. */
export function describeUpgrade(name: string, place: () => Promise<Old>): void {
  describe(`a database of an older version on ${name}`, () => {
    const open = createOpening({ locate: async () => (await place()).location });

    it('keeps what teams have done, which counts for all time', async () => {
      const { location, dialect } = await place();
      const db = new Kysely<unknown>({ dialect });
      const provider = { getMigrations: async () => ({ '0001-foundation': foundation(location.kind) }) };
      expect((await new Migrator({ db, provider }).migrateToLatest()).error).toBeUndefined();
      await sql`insert into teams (board, team, won, played, points) values ('c', 'Red', 2, 3, 900)`.execute(db);
      await db.destroy();
      const store = await open(location);
      await store.transact(({ scores }) =>
        scores.addTeam(['c'], ['2026-11', 'all'], { team: 'Red', won: true, points: 100 }),
      );
      expect(await store.transact(({ scores }) => scores.teams('c', 'all', 5))).toEqual([
        { team: 'Red', won: 3, played: 4, points: 1000, rank: 1 },
      ]);
      expect(await store.transact(({ scores }) => scores.teams('c', '2026-11', 5))).toEqual([
        { team: 'Red', won: 1, played: 1, points: 100, rank: 1 },
      ]);
    });

    it('plans daily questions anew, since nobody knows by which time zone rules they were planned', async () => {
      const { location, dialect } = await place();
      const db = new Kysely<unknown>({ dialect });
      const provider = { getMigrations: async () => ({ '0001-foundation': foundation(location.kind) }) };
      expect((await new Migrator({ db, provider }).migrateToLatest()).error).toBeUndefined();
      const settings = JSON.stringify({ time: { hour: 9, minute: 0 }, zone: 'America/Winnipeg', days: [1] });
      await sql`insert into daily_schedules (channel, scope, settings, set_by, is_on, next_date, next_at)
        values ('c', 's', ${settings}, 'u', 1, '2026-11-30', 7)`.execute(db);
      await db.destroy();
      const store = await open(location);
      expect(await store.transact(({ daily }) => daily.plannedBefore('2000a'))).toEqual(['c']);
      expect(await store.transact(({ daily }) => daily.schedule('c'))).toMatchObject({ nextAt: 7, rules: '0' });
    });

    it('counts as one what differed in the mark at its end', async () => {
      const { location, dialect } = await place();
      const db = new Kysely<unknown>({ dialect });
      const provider = { getMigrations: async () => ({ '0001-foundation': foundation(location.kind) }) };
      expect((await new Migrator({ db, provider }).migrateToLatest()).error).toBeUndefined();
      await sql`insert into gaps (kind, query_key, question, query, count, last) values
        ('unanswered', 'dropout', '', 'Dropout', 2, 7), ('unanswered', 'dropout?', '', 'dropout?', 3, 9),
        ('down-voted', 'dropout?', 'stride', 'dropout?', 1, 8)`.execute(db);
      await db.destroy();
      const store = await open(location);
      await store.transact(({ gaps }) => gaps.count({ kind: 'unanswered', query: 'dropout!', question: '' }, 10));
      expect(await store.transact(({ gaps }) => gaps.list(5))).toEqual([
        { kind: 'unanswered', query: 'Dropout', question: '', count: 6, last: 10 },
        { kind: 'down-voted', query: 'dropout?', question: 'stride', count: 1, last: 8 },
      ]);
    });
  });
}
