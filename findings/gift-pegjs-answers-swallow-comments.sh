#!/usr/bin/env bash
# Guess: a GIFT file with a comment line between two answers reads as it does in Moodle: without the comment.
# Seen: gift-pegjs strips comments between questions only. Within the braces a line that starts with //
#   is glued to the answer before it, so the right answer of a short-answer question becomes
#   "optimizer.zero_grad // the usual spelling", which nobody types, and of a choice its text.
#   Nothing is reported. Before the first answer the same line is a syntax error.
# Version: gift-pegjs 1.0.2. Moodle's GIFT page: any line that starts with // is a comment and is ignored
#   (question/format/gift/format.php drops such lines before it looks for answers).
# Matters: question banks are annotated in just that place ("// trap: see issue 12"); imported into a bot,
#   the annotations are shown to players and right answers count as wrong.
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

const answers = (text) => parse(text)[0].choices.map((choice) => choice.text.text);
const short = 'Which call clears gradients? {\n=optimizer.zero_grad\n// the usual spelling\n=zero_grad\n}';
const choice = 'Which loss takes logits? {\n=BCEWithLogitsLoss\n// traps\n~BCELoss\n~NLLLoss\n}';
for (const text of [short, choice]) console.log(JSON.stringify(answers(text)));
assert.deepEqual(answers(short), ['optimizer.zero_grad // the usual spelling', 'zero_grad']);
assert.deepEqual(answers(choice), ['BCEWithLogitsLoss // traps', 'BCELoss', 'NLLLoss']);

const between = '// a comment\n::one:: Which call clears gradients? {=zero_grad}\n\n// another\n::two:: Yes? {T}';
assert.deepEqual(parse(between).map((question) => question.title), ['one', 'two']);
console.log('between questions comments are ignored');
assert.throws(() => parse('Which loss takes logits? {\n// first\n=BCEWithLogitsLoss\n~BCELoss\n}'), /found/);
console.log('before the first answer a comment is a syntax error');
JS
node see.cjs
