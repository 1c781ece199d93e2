import type { Log } from '../app/ports.ts';
import { counted, grouped } from '../app/views/numbers.ts';
import { readDatabaseUrl } from '../config/database-location.ts';
import { Fault } from '../core/fault.ts';
import type { Location } from '../storage/engine.ts';
import { moveDatabase } from '../storage/move/move-database.ts';
import { nameOf } from './database.ts';
import type { Print } from './print.ts';

/** Rows of one table between two lines that tell how far it is. */
const betweenLines = 100_000;

/** `db move`: copies everything to an empty database and compares every row. Exit code 0 once all of it is there. */
export async function move(
  given: { readonly from: string | undefined; readonly to: string | undefined },
  print: Print,
  log: Log,
): Promise<number> {
  const from = locate('from', given.from);
  const to = locate('to', given.to);
  let told = 0;
  const copied = (table: string, rows: number) => {
    if (rows < betweenLines) told = 0;
    if (rows - told < betweenLines) return;
    told = rows;
    print.line(`  ${table}: ${grouped(rows)} copied`);
  };
  const compared = (table: string, rows: number) =>
    print.line(`  ${table}: ${counted(rows, 'row')} copied and compared`);
  const total = await moveDatabase(from, to, { copied, compared }, log);
  print.line(`${nameOf(to)} holds all ${counted(total, 'row')} of ${nameOf(from)}, and each is the same.`);
  print.line('Set DATABASE_URL to it and start the bot. The old one keeps its rows: delete it when you are content.');
  return 0;
}

function locate(option: 'from' | 'to', url: string | undefined): Location {
  const example = option === 'from' ? 'file:var/bot.sqlite' : 'postgres://user:password@host/database';
  if (url === undefined) throw new Fault('usage', `--${option} is missing.`, `Say --${option} ${example}.`);
  const location = readDatabaseUrl(url);
  if ('wrong' in location) throw new Fault('usage', `--${option} ${location.wrong}.`, `Say --${option} ${example}.`);
  return location;
}
