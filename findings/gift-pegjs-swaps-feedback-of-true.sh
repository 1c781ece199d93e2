#!/usr/bin/env bash
# Guess: in {T#…#…} and {F#…#…} the library gives each reply to the player whom the format means.
# Seen: GIFT orders the two replies by outcome: first for a wrong answer, then for a right one, whichever of
#   true and false is right. gift-pegjs orders them by what was pressed: the first is always
#   trueFeedback, the second falseFeedback. For a statement that is false that comes to the same; for one
#   that is true both replies are swapped, and a single reply goes to those who were right.
# Version: gift-pegjs 1.0.2 (GIFT.pegjs, lines 33 and 34). The format: Moodle's GIFT page, {TRUE#wrong#right}.
# Matters: a bot that imports such a bank tells players who are right that they are wrong, and the
#   other way round, in half of its true-or-false questions.
# Needs: Node 20 or newer, npm.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
npm init -y > npm.log
npm install --save-exact --no-audit --no-fund gift-pegjs@1.0.2 > npm.log 2>&1

cat > see.cjs <<'JS'
const assert = require('node:assert/strict');
const { parse } = require('gift-pegjs');

const replies = (text) => {
  const { isTrue, trueFeedback, falseFeedback } = parse(text)[0];
  const [right, wrong] = isTrue ? [trueFeedback, falseFeedback] : [falseFeedback, trueFeedback];
  return { right: right?.text ?? null, wrong: wrong?.text ?? null };
};
const rows = [
  ['relu(-1) is 0. {TRUE#No, it clips.#Yes, it clips.}', { right: 'No, it clips.', wrong: 'Yes, it clips.' }],
  ['relu(-1) is 0. {T#Think of max(0, x).}', { right: 'Think of max(0, x).', wrong: null }],
  ['relu(-1) is -1. {FALSE#No, it clips.#Yes, it clips.}', { right: 'Yes, it clips.', wrong: 'No, it clips.' }],
];
for (const [text, expected] of rows) {
  const seen = replies(text);
  console.log(text, '→', JSON.stringify(seen));
  assert.deepEqual(seen, expected);
}
JS
node see.cjs
