#!/usr/bin/env bash
# Guess: from 1 February to 1 March is one month, however it is rounded to weeks.
# Seen: the Temporal built into Node rounds an exact month (two, a year, …) to "one month and one week"
#   when largestUnit is month or year, smallestUnit is week and the mode rounds to nearest or up: a rest
#   of 0 to 3 days counts as a whole week. Only trunc and floor are right. Two polyfills agree on P1M.
#   A library that hands over to the built-in Temporal where there is one changes its answers by the
#   version of Node under it.
# Version: Node 26.10.0 against temporal-polyfill 1.0.8 and @js-temporal/polyfill 0.5.1.
# Matters: "next quiz in about 1 month" turns into "1 month 1 week"; streaks counted in weeks gain one.
# Needs: npm (brings its own Node 26).
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
npm init -y > npm.log
npm install --save-exact --no-audit --no-fund node@26.10.0 temporal-polyfill@1.0.8 @js-temporal/polyfill@0.5.1 > npm.log 2>&1

cat > see.mjs <<'JS'
import assert from 'node:assert/strict';
import { Temporal as reference } from '@js-temporal/polyfill';
import { Temporal as light } from 'temporal-polyfill/implementation';

const spans = [
  ['2026-02-01', '2026-03-01', 'month', 'P1M'],
  ['2026-02-01', '2026-03-03', 'month', 'P1M'],
  ['2026-01-01', '2026-03-01', 'month', 'P2M'],
  ['2025-01-01', '2026-01-01', 'year', 'P1Y'],
];
const between = (implementation, from, to, largestUnit, roundingMode) =>
  implementation.PlainDate.from(from).until(to, { largestUnit, smallestUnit: 'week', roundingMode }).toString();

for (const [from, to, largestUnit, right] of spans) {
  for (const mode of ['halfExpand', 'halfEven', 'halfTrunc']) {
    const [native, one, other] = [Temporal, light, reference].map((each) => between(each, from, to, largestUnit, mode));
    console.log(`${from} to ${to}, ${mode}: Node ${native}, polyfills ${one} and ${other}`);
    assert.deepEqual([native, one, other], [`${right}1W`, right, right]);
  }
}
assert.equal(between(Temporal, '2026-02-01', '2026-03-01', 'month', 'ceil'), 'P1M1W');
assert.equal(between(reference, '2026-02-01', '2026-03-01', 'month', 'ceil'), 'P1M');
assert.equal(between(Temporal, '2026-02-01', '2026-03-01', 'month', 'trunc'), 'P1M');
console.log('ceil does it too (with no rest to round up); trunc does not');
JS
node_modules/.bin/node see.mjs
