#!/usr/bin/env bash
# Guess: node:sqlite refuses a Date as a parameter, as it does in second place ("cannot be bound").
# Seen: as the only or first argument any object that is no byte array is read as a set of named
#   parameters. A Date, Map, URL, RegExp, Promise that nobody awaited or Temporal value has no names of
#   its own, so nothing is bound, nothing is said, and the row holds NULL.
# With more placeholders the rest moves up: update … set at = ? where id = ? given (date, 1) runs with
#   at = 1 and id = NULL, changes no row and throws nothing.
# Version: Node 26.10.0 (24.21.0 does the same).
# Matters: a bot that stores "when was this answered" first in its list loses the moment silently.
# Needs: npm (brings its own Node 26).
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
npm init -y > npm.log
npm install --save-exact --no-audit --no-fund node@26.10.0 > npm.log 2>&1

cat > see.mjs <<'JS'
import assert from 'node:assert/strict';
import { DatabaseSync } from 'node:sqlite';

const database = new DatabaseSync(':memory:');
database.exec('create table answers (id integer primary key, at text)');
const insert = database.prepare('insert into answers (at) values (?)');
const given = {
  Date: new Date(0),
  Temporal: Temporal.Instant.fromEpochMilliseconds(0),
  Map: new Map([['at', 1]]),
  URL: new URL('https://example.org/'),
  RegExp: /x/,
  Promise: Promise.resolve('2026-11-30'),
};
for (const [name, value] of Object.entries(given)) {
  const { lastInsertRowid } = insert.run(value);
  const { at } = database.prepare('select at from answers where id = ?').get(lastInsertRowid);
  console.log(`insert.run(${name}) stored ${at}`);
  assert.equal(at, null);
}
assert.throws(() => database.prepare('insert into answers (id, at) values (?, ?)').run(100, new Date(0)), /cannot be bound/);
console.log('in second place a Date is refused');

const { changes } = database.prepare('update answers set at = ? where id = ?').run(new Date(0), 1);
console.log(`update answers set at = ? where id = ? with (Date, 1) changed ${changes} rows`);
assert.equal(changes, 0);
JS
node_modules/.bin/node see.mjs
