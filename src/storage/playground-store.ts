import { mkdirSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { toFault } from './fault-of.ts';
import { connect } from './sqlite/node-sqlite.ts';

type Row = { readonly kind: 'message' | 'player'; readonly id: string; readonly body: string };

/** The playground's memory, in a file of its own: it is for trying out the bot, and may be deleted at any time. */
export type PlaygroundFile = {
  readonly rows: () => readonly Row[];
  readonly put: (row: Row) => void;
  readonly remove: (row: Pick<Row, 'kind' | 'id'>) => void;
  readonly close: () => void;
};

/** Opens the file, creating it on the first start. Every write is on disk when its call returns. Throws a Fault. */
export function openPlaygroundFile(path: string): PlaygroundFile {
  try {
    mkdirSync(dirname(resolve(path)), { recursive: true });
    const connection = connect(path);
    connection.run('pragma journal_mode = wal');
    connection.run('pragma synchronous = full');
    connection.run(
      `create table if not exists playground (
        kind text not null, id text not null, body text not null, primary key (kind, id)
      ) strict`,
    );
    return {
      rows: () =>
        connection
          .prepare('select kind, id, body from playground order by rowid')
          .all([])
          .map(({ kind, id, body }) => ({ kind: kind as Row['kind'], id: String(id), body: String(body) })),
      put: ({ kind, id, body }) => {
        connection
          .prepare(
            `insert into playground (kind, id, body) values (?, ?, ?)
             on conflict (kind, id) do update set body = excluded.body`,
          )
          .run([kind, id, body]);
      },
      remove: ({ kind, id }) => {
        connection.prepare('delete from playground where kind = ? and id = ?').run([kind, id]);
      },
      close: connection.close,
    };
  } catch (error) {
    throw toFault(error);
  }
}
