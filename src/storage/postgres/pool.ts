import type { PostgresPool, PostgresPoolClient } from 'kysely';
import pg from 'pg';
import type { Log } from '../../app/ports.ts';
import { refuseInsideUnit } from '../inside-unit.ts';

/** Type ids of PostgreSQL (`select oid from pg_type`) whose values `pg` returns as text. */
const int8 = 20;

/** More connections gain nothing: the server groups commits that wait together. */
const connections = 8;

/**
 * A pool of connections. Times in ms: a call times out after two seconds if the server hangs or is gone, and the server
 * itself gives up a little earlier, so that what the caller was told and what happened rarely differ. `patient`, as
 * for migrations, is one connection whose calls may take any time.
 */
export function createPool(url: string, log: Log, patient = false): pg.Pool {
  const pool = new pg.Pool({
    connectionString: url,
    max: patient ? 1 : connections,
    connectionTimeoutMillis: 2_000,
    ...(patient ? {} : { query_timeout: 2_000, statement_timeout: 1_500 }),
    keepAlive: true,
    types: {
      getTypeParser: (oid, format) =>
        oid === int8 && format !== 'binary' ? toSafeNumber : pg.types.getTypeParser(oid, format),
    },
  });
  // Both are needed: without a listener on each client, losing a connection in use would end the process.
  const note = (error: Error) => log.warn({ error }, 'A connection to the database was lost.');
  pool.on('error', note);
  pool.on('connect', (client) => client.on('error', note));
  return pool;
}

function toSafeNumber(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new RangeError(`${text} is too large for a number.`);
  return value;
}

/**
 * The pool in the form that Kysely takes. A connection is discarded after any failure other than a rejected statement:
 * a `begin` that timed out may still take effect, and whatever ran next would never be committed.
 */
export function toKyselyPool(pool: pg.Pool): PostgresPool {
  return {
    options: pool.options,
    connect: async () => {
      refuseInsideUnit();
      return toKyselyClient(await pool.connect());
    },
    end: () => pool.end(),
  };
}

function toKyselyClient(client: pg.PoolClient): PostgresPoolClient {
  let isDoubtful = false;
  const query = async (text: string, parameters: readonly unknown[]) => {
    try {
      return await client.query(text, [...parameters]);
    } catch (error) {
      isDoubtful ||= !(error instanceof pg.DatabaseError);
      throw error;
    }
  };
  return {
    query: query as unknown as PostgresPoolClient['query'],
    release: (destroy) => client.release(destroy === true || isDoubtful),
  };
}
