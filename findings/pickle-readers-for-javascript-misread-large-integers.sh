#!/usr/bin/env bash
# Guess: a reader of Python pickles gives integers beyond 32 bits as they are, or as BigInt, or it refuses them.
# Seen: jpickle gives 0 for each, in silence: for 2 ** 31, for a time in milliseconds, for -(2 ** 40). pickleparser is right
#   about positive ones, but reads negative ones as positive: -3000000000 becomes 1096511627776, which is 2 ** 40 too many.
#   Cause: the bytes of the opcode LONG1 are skipped by the first, and read without their sign by the second.
# Version: jpickle 0.4.1, pickleparser 0.2.1 (npm); the pickles come from Python's own pickle module.
# Matters: ids, sizes, seeds and times in pickled metadata of data sets and checkpoints are of that size. Small ones are
#   right, so that a test with small numbers passes.
# Needs: Node 20 or newer, npm, Python 3.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
npm init -y > npm.log
npm install --save-exact --no-audit --no-fund jpickle@0.4.1 pickleparser@0.2.1 > npm.log 2>&1

cat > write.py <<'PY'
import json
import pickle

values = [7, -129, 2**31 - 1, -(2**31), 2**31, 1764561600000, -3000000000, -(2**40)]
print(json.dumps([[str(value), pickle.dumps(value, protocol=2).hex()] for value in values]))
PY
python3 write.py > pickles.json

cat > see.cjs <<'JS'
const assert = require('node:assert/strict');
const { loads } = require('jpickle');
const { Parser } = require('pickleparser');
const pickles = require('./pickles.json');

console.log('Python, jpickle, pickleparser');
for (const [text, hex] of pickles) {
  const [value, bytes] = [Number(text), Buffer.from(hex, 'hex')];
  const [one, two] = [loads(bytes.toString('latin1')), new Parser().parse(bytes)];
  console.log(text, one, two);
  const small = value === (value | 0);
  assert.equal(one, small ? value : 0);
  if (small || value > 0) assert.equal(two, value);
  else assert.ok(two > 2 ** 32);
}
JS
node --no-deprecation see.cjs
