import type { CardFile } from '../../core/card.ts';
import type { Progress } from '../../core/progress/progress.ts';
import type { Environment } from '../environment.ts';
import { ankiExport } from './anki-file.ts';
import { dataExport } from './data-file.ts';
import { readProgress } from './reading.ts';

/** What a person can take with them: their questions for Anki, or all that is kept about them as JSON. */
export type ExportKind = 'anki' | 'data';

/** What the page of somebody's progress shows and gives, for whoever knows its token; null where there is none. */
export type ProgressPages = {
  readonly progress: (token: string) => Promise<Progress | null>;
  readonly file: (token: string, kind: ExportKind) => Promise<CardFile | null>;
};

export function createProgressPages({
  store,
  bank,
  clock,
}: Pick<Environment, 'store' | 'bank' | 'clock'>): ProgressPages {
  return {
    progress: (token) =>
      store.transact(async (unit) => {
        const user = await unit.progress.personOf(token);
        return user === null ? null : readProgress(unit, user, { bank, clock });
      }),
    file: (token, kind) =>
      store.transact(async (unit) => {
        const user = await unit.progress.personOf(token);
        if (user === null) return null;
        if (kind === 'anki') return (await ankiExport(unit, user, bank)).file;
        const keys = await unit.people.keysOf(user);
        return (await dataExport(unit, { user, keys }, bank, clock.wall())).file;
      }),
  };
}
