#!/usr/bin/env bash
# Guess: a scheduler that knows 19 weights (FSRS-5) refuses the 21 of FSRS-6, or uses them as FSRS-6 does.
# Seen: fsrs-rs-nodejs takes 21 weights without a word and schedules by a mixture: the first review agrees
#   to the last digit, all later ones do not. After the same twelve reviews with the same weights it
#   expects a memory of 13.8 days where ts-fsrs and the official binding both say 9.2.
# Version: fsrs-rs-nodejs 0.9.0, ts-fsrs 5.4.2, @open-spaced-repetition/binding 0.5.0.
# Matters: weights are what users carry from one spaced-repetition tool to another. A bot that lets them
#   bring theirs repeats questions half as late again as asked, and a check of the first interval passes.
# Needs: Node 20 or newer, npm (native packages for Linux x64 with glibc, macOS or Windows).
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
npm init -y > npm.log
npm install --save-exact --no-audit --no-fund fsrs-rs-nodejs@0.9.0 ts-fsrs@5.4.2 @open-spaced-repetition/binding@0.5.0 > npm.log 2>&1

cat > see.cjs <<'JS'
const assert = require('node:assert/strict');
const { FSRSBinding } = require('@open-spaced-repetition/binding');
const { DEFAULT_PARAMETERS, FSRS } = require('fsrs-rs-nodejs');
const { createEmptyCard, default_w, fsrs } = require('ts-fsrs');

const weights = [...default_w];
console.log(`weights given: ${weights.length}, weights it knows: ${DEFAULT_PARAMETERS.length}`);
const grades = ['again', 'hard', 'good', 'easy'];
const reviews = [[0, 3], [1, 3], [3, 1], [10, 3], [2, 4], [5, 2], [20, 3], [40, 1], [3, 1], [1, 3], [5, 3], [30, 3]];
const scheduler = fsrs({ w: weights, enable_fuzz: false, enable_short_term: false });
const binding = new FSRSBinding(weights);
const older = new FSRS(weights);

let now = new Date('2026-01-01T00:00:00Z');
let card = createEmptyCard(now);
let official = null;
let other = null;
const rows = reviews.map(([days, grade]) => {
  now = new Date(now.getTime() + days * 86_400_000);
  card = scheduler.next(card, now, grade).card;
  official = binding.nextStates(official, 0.9, days)[grades[grade - 1]].memory;
  other = older.nextStates(other, 0.9, days)[grades[grade - 1]].memory;
  return [card.stability, official.stability, other.stability];
});
console.log('stability in days: ts-fsrs, binding, fsrs-rs-nodejs');
for (const row of rows) console.log(row.map((days) => days.toFixed(3).padStart(8)).join(' '));
for (const [one, two] of rows) assert.ok(Math.abs(one - two) < 1e-3 * one);
const [first, last] = [rows.at(0), rows.at(-1)];
assert.ok(Math.abs(first[0] - first[2]) < 1e-4);
assert.ok(last[2] / last[0] > 1.4);
JS
node see.cjs
