#!/usr/bin/env bash
# Guess: a spaced repetition scheduler counts a day between two reviews when some 24 hours have passed, or when a
#   night of the learner lies between them.
# Seen: ts-fsrs counts midnights of UTC, whatever the time zone of the process or the learner. Two reviews 20
#   minutes apart, at 15:50 and 16:10 in Los Angeles, are "a day" apart, and the memory grows as after a night; two that are
#   23 hours apart within one UTC date are "the same day", and it does not grow at all. A learner there who
#   reviews one afternoon at 15:50 and the next at 16:10 has waited two days; then at 15:50, none.
# Version: ts-fsrs 5.4.2.
# Matters: one's answers of one evening are counted as of two days for everybody west of Greenwich and as of one for
#   Tokyo until 9 in the morning. Whoever wants days of the learner shifts every instant by the zone's offset first.
# Needs: Node 20 or newer with npm.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
npm init -y > npm.log
npm install --save-exact --no-audit --no-fund ts-fsrs@5.4.2 > npm.log 2>&1

cat > see.mjs <<'JS'
import assert from 'node:assert/strict';
import { createEmptyCard, fsrs, Rating } from 'ts-fsrs';

const scheduler = fsrs({ enable_fuzz: false });
const review = (card, at) => scheduler.next(card, new Date(at), Rating.Good).card;
const start = scheduler.next(createEmptyCard(new Date('2026-01-01T12:00:00Z')), new Date('2026-01-01T12:00:00Z'), Rating.Easy);

function between(first, second) {
  const once = review(start.card, first);
  const twice = review(once, second);
  const grown = twice.stability / once.stability;
  console.log(`${first} and ${second}: ${twice.elapsed_days} days, stability × ${grown.toFixed(3)}`);
  return { days: twice.elapsed_days, grown };
}

const apart = between('2026-02-01T15:50:00-08:00', '2026-02-01T16:10:00-08:00');
assert.equal(apart.days, 1);
assert.ok(apart.grown > 1.04);
const together = between('2026-02-01T16:10:00-08:00', '2026-02-02T15:10:00-08:00');
assert.equal(together.days, 0);
assert.equal(together.grown, 1);
assert.equal(between('2026-02-01T15:50:00-08:00', '2026-02-02T16:10:00-08:00').days, 2);
JS
TZ=America/Los_Angeles node see.mjs
