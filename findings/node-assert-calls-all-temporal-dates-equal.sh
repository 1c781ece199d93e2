#!/usr/bin/env bash
# Guess: assert.deepStrictEqual compares two Temporal values, as it compares Dates.
# Seen: on the first Node line with Temporal built in, node:assert and util.isDeepStrictEqual hold any
#   two Temporal values of one class for equal: their fields live in internal slots, and the comparison
#   looks at own properties only. A test on dates passes whatever the code returns. util.inspect prints
#   "Temporal.PlainDate {}", so a log or a failing message shows no date either.
#   Vitest 5.1.2 compares them rightly, so the same line means another thing in each runner.
# Version: Node 26.10.0, vitest 5.1.2.
# Matters: schedules tested with node:test pass with a wrong day.
# Needs: npm (brings its own Node 26).
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
npm init -y > npm.log
npm install --save-exact --no-audit --no-fund node@26.10.0 vitest@5.1.2 > npm.log 2>&1

cat > see.mjs <<'JS'
import assert from 'node:assert/strict';
import { inspect, isDeepStrictEqual } from 'node:util';

const pairs = [
  [Temporal.PlainDate.from('2026-11-30'), Temporal.PlainDate.from('1999-01-01')],
  [Temporal.PlainTime.from('09:00'), Temporal.PlainTime.from('21:30')],
  [Temporal.Instant.from('2026-11-30T00:00Z'), Temporal.Instant.from('2027-11-30T00:00Z')],
  [Temporal.Duration.from('PT1H'), Temporal.Duration.from('P3W')],
  [Temporal.ZonedDateTime.from('2026-11-30T09:00[UTC]'), Temporal.ZonedDateTime.from('2026-12-24T09:00[Asia/Tokyo]')],
];
for (const [left, right] of pairs) {
  assert.deepStrictEqual({ due: left }, { due: right });
  assert.ok(isDeepStrictEqual(left, right));
  console.log(`node:assert: ${left} equals ${right}; printed as ${inspect(left)}`);
  assert.doesNotMatch(inspect(left), /\d/);
}
JS
cat > same.test.mjs <<'JS'
import { expect, test } from 'vitest';

test('vitest tells two dates apart', () => {
  expect({ due: Temporal.PlainDate.from('2026-11-30') }).not.toEqual({ due: Temporal.PlainDate.from('1999-01-01') });
});
JS
node_modules/.bin/node see.mjs
NO_COLOR=1 node_modules/.bin/node node_modules/vitest/vitest.mjs run same.test.mjs
