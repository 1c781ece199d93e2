#!/usr/bin/env bash
# Guess: a term counts where it stands as a word; BM25 is about a bag of words, and this package counts a text's length in words.
# Seen: a term is a regular expression that is sought anywhere. For "in" the text with binning, chaining and joining is
#   first and the only one with the word "in" is third; for "op" it is "stop dropout optimizers". For "x.grad" a text with
#   "xngrad" outranks one with "x.grad", as the dot stands for any character; "len(x)" is found nowhere, not even in "len(x)",
#   and "c++" raises an error. The weight of rare terms is counted by a third rule, plain `includes`.
# Version: okapibm25 1.4.1 (npm).
# Matters: short words and names of functions are what one asks a bank of programming questions for.
# Needs: Node 20 or newer, npm.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
npm init -y > npm.log
npm install --save-exact --no-audit --no-fund okapibm25@1.4.1 > npm.log 2>&1

cat > see.cjs <<'JS'
const assert = require('node:assert/strict');
const { default: BM25 } = require('okapibm25');

const search = (term, documents) => {
  const found = BM25(documents, [term], undefined, (one, two) => two.score - one.score);
  console.log(`${term}: ${found.map(({ document, score }) => `${score.toFixed(2)} "${document}"`).join(', ')}`);
  return found;
};
const first = (term, documents) => search(term, documents)[0].document;
const training = ['What happens in training', 'Pinning and training of models', 'Explain binning, chaining and joining', 'Dropout'];
const ranked = search('in', training);
assert.deepEqual(ranked.map(({ document }) => training.indexOf(document)), [2, 1, 0, 3]);
assert.ok(ranked[2].score > 0);
assert.equal(first('op', ['what does an op do', 'stop dropout optimizers', 'loss']), 'stop dropout optimizers');
assert.equal(first('x.grad', ['use x.grad here', 'upgrade the xngrad', 'paint']), 'upgrade the xngrad');
assert.ok(search('len(x)', ['the value of len(x)', 'len', 'other']).every(({ score }) => score === 0));
assert.throws(() => search('c++', ['a c++ extension', 'loss']), SyntaxError);
console.log('c++: SyntaxError');
JS
node see.cjs
