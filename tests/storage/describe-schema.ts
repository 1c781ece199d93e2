import { expect, it } from 'vitest';
import type { Location } from '../../src/storage/engine.ts';
import { migrations } from '../../src/storage/migrations/migrations.ts';
import { migrateStore } from '../../src/storage/open-store.ts';
import { silent } from '../silent.ts';

/** How a schema is read from a database, and made in one. */
export type SchemaAccess = {
  readonly name: string;
  /** An empty place. */
  readonly place: () => Promise<Location>;
  /** Every table, index and sequence of ours as statements, in an order that only their names decide. */
  readonly read: (location: Location) => Promise<readonly string[]>;
  /** Carries out statements outside of our migrations. */
  readonly make: (location: Location, statements: string) => Promise<void>;
};

/** Holds the file in docs/schema against what the migrations make. */
export function describeSchema({ name, place, read, make }: SchemaAccess): void {
  it(`the schema of ${name} after every migration is the one in docs/schema, which makes the same tables`, async () => {
    const location = await place();
    await migrateStore(location, silent);
    const statements = await read(location);
    expect(statements.length).toBeGreaterThan(40);
    const newest = Object.keys(migrations(location.kind)).at(-1);
    const header = `-- What ${name} holds after every migration up to ${newest}. Written by \`npm run db:schema\`; do not edit.`;
    const text = `${[header, ...statements].join('\n\n')}\n`;
    await expect(
      text,
      `docs/schema/${location.kind}.sql is not what the migrations make: write it anew with \`npm run db:schema\`, and commit it.`,
    ).toMatchFileSnapshot(`../../docs/schema/${location.kind}.sql`);
    const other = await place();
    await make(other, text);
    expect(await read(other)).toEqual(statements);
  });
}

/** A `create table` with one column or constraint a line. */
export function layOut(statement: string): string {
  const plain = statement.replaceAll(/\s+/g, ' ');
  const begins = plain.indexOf('(');
  const ends = plain.lastIndexOf(')');
  let depth = 0;
  const lines = [''];
  for (const letter of plain.slice(begins + 1, ends)) {
    depth += letter === '(' ? 1 : letter === ')' ? -1 : 0;
    if (letter === ',' && depth === 0) lines.push('');
    else lines[lines.length - 1] += letter;
  }
  return `${plain.slice(0, begins)}(\n${lines.map((line) => `  ${line.trim()}`).join(',\n')}\n${plain.slice(ends)}`;
}
