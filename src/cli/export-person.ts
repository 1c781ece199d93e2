import { createBankIndex } from '../app/bank-index.ts';
import type { Log } from '../app/ports.ts';
import { ankiExport } from '../app/progress/anki-file.ts';
import { dataExport } from '../app/progress/data-file.ts';
import { loadBank } from '../bank/load.ts';
import { Fault } from '../core/fault.ts';
import { contentDigest } from '../ops/digest.ts';
import type { Location } from '../storage/engine.ts';
import { readEverything } from '../storage/read-counts.ts';
import type { Print } from './print.ts';

/** A platform and somebody's own id on it. */
const personPattern = /^([a-z]+):([\w-]+)$/;

/**
 * `db export PERSON`: prints what the person would take along themselves, all that is kept about them or their questions for Anki;
 * for who asks whoever runs the bot for it. Rejects with a Fault of code `usage` where that is no person or nothing is kept of them.
 */
export async function exportPerson(
  directory: string,
  person: string,
  { location, anki, print, log }: { location: Location; anki: boolean; print: Print; log: Log },
): Promise<number> {
  const [, platform = '', id = ''] = personPattern.exec(person) ?? [];
  if (id === '') {
    throw new Fault('usage', `“${person}” is nobody.`, 'Name the platform and their own id there, such as slack:U042.');
  }
  const bank = createBankIndex(await loadBank(directory), contentDigest);
  // The scope does not matter: all keys of one person end alike.
  const user = `${platform}:-:${id}`;
  const text = await readEverything(
    location,
    async (unit) => {
      const keys = await unit.people.keysOf(user);
      if (keys.length === 0) return null;
      const { file } = anki
        ? await ankiExport(unit, user, bank)
        : await dataExport(unit, { user, keys }, bank, Date.now());
      return file.text;
    },
    log,
  );
  if (text === null) throw new Fault('usage', `Nothing is kept of ${person}.`, 'Check the platform and the id.');
  print.line(text.trimEnd());
  return 0;
}
