import { randomUUID } from 'node:crypto';
import type { Log } from '../app/ports.ts';
import { Fault } from '../core/fault.ts';
import type { Location } from '../storage/engine.ts';
import { openStore } from '../storage/open-store.ts';
import { readEverything } from '../storage/read-counts.ts';
import { counted } from './counted.ts';
import type { Print } from './print.ts';

type Where = { readonly location: Location; readonly print: Print; readonly log: Log };

/** A workspace or server by the platform and its id there; `-` stands for none. */
const scopePattern = /^[a-z]+:[\w-]+$/;

/** `db export --scope`: prints all that is kept for a workspace or server as JSON, also while the bot runs. Rejects with a Fault of code `usage` where that is nothing. */
export async function exportScope(scope: string, { location, print, log }: Where): Promise<number> {
  check(scope);
  const stored = await readEverything(location, (unit) => unit.people.rowsOfScope(scope, true), log);
  if (rowsIn(stored) === 0) throw nothing(scope);
  const exported = new Date().toISOString();
  print.line(JSON.stringify({ format: 'interview-bot/scope-data', version: 1, scope, exported, stored }, null, 1));
  return 0;
}

/**
 * `db forget --scope`: deletes all that is kept for a workspace or server, what was granted for it, too; without `isMeant` it only
 * says how much that is. Returns the exit code. Rejects with a Fault as `openStore` does.
 */
export async function forgetScope(scope: string, isMeant: boolean, { location, print, log }: Where): Promise<number> {
  check(scope);
  const store = await openStore(location, { owner: randomUUID(), log });
  try {
    const stored = await store.transact((unit) => unit.people.rowsOfScope(scope, true));
    const rows = rowsIn(stored);
    if (!isMeant) {
      for (const [table, own] of Object.entries(stored)) if (own.length > 0) print.line(`${own.length} in ${table}`);
      print.line(
        `${counted(rows, 'row')} of ${scope} would be deleted. Add --yes to delete them; nothing brings them back.`,
      );
      return 1;
    }
    await store.transact((unit) => unit.people.forgetScope(scope));
    print.line(`All of ${scope} is deleted: ${counted(rows, 'row')}, and what hangs on them.`);
    return 0;
  } finally {
    await store.close();
  }
}

function check(scope: string): void {
  if (scopePattern.test(scope)) return;
  throw new Fault(
    'usage',
    `“${scope}” is no workspace or server.`,
    'Name the platform and the id there, such as slack:T012AB or discord:800000.',
  );
}

function nothing(scope: string): Fault {
  return new Fault('usage', `Nothing is kept for ${scope}.`, 'Check the platform and the id.');
}

function rowsIn(stored: Readonly<Record<string, readonly object[]>>): number {
  return Object.values(stored).reduce((sum, rows) => sum + rows.length, 0);
}
