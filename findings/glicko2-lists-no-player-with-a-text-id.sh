#!/usr/bin/env bash
# Guess: after matches between players with ids, `getPlayers()` lists these players with their new ratings.
# Seen: with ids of Slack or Discord the list is empty (its length is 0 and a loop over it does nothing), though the ratings
#   have changed. With the ids 70 and 90 it has the length 91, and 89 holes that are `undefined` to a for-of loop.
#   Cause: players are kept in an array whose indices are the ids; only whole numbers below 2 ** 32 - 1 are such indices.
# Version: glicko2 1.2.2 (npm), whose readme takes ids from a database and reads the ratings by `getPlayers()`.
# Matters: whoever stores the ratings that way at the end of a rating period stores none, without an error.
# Needs: Node 20 or newer, npm.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
npm init -y > npm.log
npm install --save-exact --no-audit --no-fund glicko2@1.2.2 > npm.log 2>&1

cat > see.cjs <<'JS'
const assert = require('node:assert/strict');
const { Glicko2 } = require('glicko2');

const listed = (name, one, two) => {
  const ranking = new Glicko2();
  const { pl1 } = ranking.addMatch({ id: one }, { id: two }, 1);
  ranking.updateRatings();
  const players = ranking.getPlayers();
  const present = [...players].filter((player) => player !== undefined);
  console.log(`${name}: winner ${pl1.getRating().toFixed(1)}, length ${players.length}, players in it ${present.length}`);
  assert.ok(pl1.getRating() > 1600);
  return [players.length, present.length];
};
assert.deepEqual(listed('Slack', 'U00000001', 'U00000002'), [0, 0]);
assert.deepEqual(listed('Discord', '100000000000000001', '100000000000000002'), [0, 0]);
assert.deepEqual(listed('70 and 90', 70, 90), [91, 2]);
assert.deepEqual(listed('none given', undefined, undefined), [2, 2]);
JS
node see.cjs
