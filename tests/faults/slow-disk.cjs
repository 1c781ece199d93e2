// Loaded into a bot before it starts: every commit that has something to write waits for the disk so long (ms), and now
// and then much longer. The whole process stands still meanwhile, as it does in SQLite's own driver.
const { DatabaseSync } = require('node:sqlite');

const usual = 15;
const stall = 700;
const stallEvery = 40;

const unwritten = new WeakSet();
const standing = new Int32Array(new SharedArrayBuffer(4));
let commits = 0;

/** After a statement that changed something, or one that ended a transaction: waits unless a transaction goes on. */
function settle(database, hasChanged) {
  if (hasChanged) unwritten.add(database);
  if (database.isTransaction || !unwritten.delete(database)) return;
  commits += 1;
  Atomics.wait(standing, 0, 0, commits % stallEvery === 0 ? stall : usual);
}

const { exec, prepare } = DatabaseSync.prototype;
DatabaseSync.prototype.exec = function execOnSlowDisk(text) {
  exec.call(this, text);
  settle(this, false);
};
DatabaseSync.prototype.prepare = function prepareOnSlowDisk(text, ...rest) {
  const statement = prepare.call(this, text, ...rest);
  const run = statement.run.bind(statement);
  const all = statement.all.bind(statement);
  statement.run = (...values) => {
    const result = run(...values);
    settle(this, Number(result.changes) > 0);
    return result;
  };
  statement.all = (...values) => {
    const rows = all(...values);
    settle(this, rows.length > 0 && !/^\s*(?:select|pragma)/i.test(text));
    return rows;
  };
  return statement;
};
