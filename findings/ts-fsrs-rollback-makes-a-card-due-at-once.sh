#!/usr/bin/env bash
# Guess: `rollback(card, log)` takes a review back: the card is as it was before it.
# Seen: all but its due date. That becomes the instant of the review that was taken back, unless it was the card's
#   first. A card that was due in three weeks, reviewed early by mistake and rolled back, is due at once, and a card that
#   was overdue since January looks due today. The log holds no due date to go back to: what it calls `due` is the
#   review before. The two agree only when somebody reviews at the very instant when the card falls due.
# Version: ts-fsrs 5.4.2.
# Matters: an undo button; keep the card itself beside the log, or take `last_review` plus `scheduled_days` days.
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
const review = (card, at) => scheduler.next(card, new Date(at), Rating.Good);
const begin = new Date('2026-01-01T12:00:00Z');
const learned = scheduler.next(createEmptyCard(begin), begin, Rating.Easy).card;

for (const at of ['2026-01-02T12:00:00Z', '2026-03-01T12:00:00Z']) {
  const { card, log } = review(learned, at);
  const undone = scheduler.rollback(card, log);
  console.log(`due ${learned.due.toISOString()}, reviewed ${at} and taken back: due ${undone.due.toISOString()}`);
  assert.equal(undone.due.toISOString(), new Date(at).toISOString());
  assert.notDeepEqual(undone.due, learned.due);
  assert.deepEqual({ ...undone, due: null }, { ...learned, due: null });
}
const { card, log } = review(learned, learned.due);
assert.deepEqual(scheduler.rollback(card, log), learned);
console.log('reviewed at the very instant when it was due: as it was');
JS
node see.mjs
