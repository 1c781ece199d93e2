#!/usr/bin/env bash
# Guess: JavaScript's numbers are doubles, so an array of them that is dumped as .npy is float64 (or int64) in NumPy.
# Seen: the smallest type that holds the size is taken. Fractions become float32: of 16777217.5 is left 16777218.0, half of the
#   digits of 0.1. Whole numbers become uint8, so that in NumPy 1 - 2 is 255. Whole numbers of ten digits, a time in
#   milliseconds for one, are declared as 64-bit integers and then raise, since only BigInt could be written as such.
# Version: npyjs 1.2.0 (npm), read by NumPy 2.4.6.
# Matters: scores, ids and losses handed from a bot to a notebook; a round trip within npyjs hides the wrap-around.
# Needs: Node 20 or newer, npm, Python 3.11 or newer with venv and pip.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
npm init -y > npm.log
npm install --save-exact --no-audit --no-fund npyjs@1.2.0 > npm.log 2>&1
python3 -m venv venv
venv/bin/pip install --quiet --no-compile numpy==2.4.6 2> pip.log || { cat pip.log >&2; exit 1; }

cat > see.cjs <<'JS'
const assert = require('node:assert/strict');
const { writeFileSync } = require('node:fs');
const { dump } = require('npyjs');

writeFileSync('fractions.npy', Buffer.from(dump([0.1, 16777217.5], [2])));
writeFileSync('points.npy', Buffer.from(dump([3, 1, 2], [3])));
for (const value of [1764561600000, -3000000000]) assert.throws(() => dump([value], [1]), TypeError);
console.log('1764561600000 and -3000000000: TypeError');
JS
node see.cjs
cat > see.py <<'PY'
import numpy

fractions, points = numpy.load("fractions.npy"), numpy.load("points.npy")
print(fractions.dtype, fractions.astype(float).tolist(), "|", points.dtype, points.tolist(), "less 2:", (points - 2).tolist())
assert fractions.dtype == numpy.float32 and fractions[1] == 16777218.0
assert points.dtype == numpy.uint8 and (points - 2).tolist() == [1, 255, 0]
PY
venv/bin/python see.py
