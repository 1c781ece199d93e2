#!/usr/bin/env bash
# Guess: an English stop-word list holds function words; whoever filters a query by it keeps what it is about.
# Seen: the English list of stopwords-iso has 1,298 entries. 270 have two letters, most of them domain codes (ml, ai, io, id,
#   tf and sc among them), and index, value, mean, zero, test, group, order, text, system, web, net and find stand in it,
#   too. "mean of groups", "the value at index zero", "test an ML system", "order by text" have no word left. Four entries
#   are damaged and match nothing (herse”, himse”, itse”, myse”). The list of stopword, 108 entries, keeps every word
#   that these queries are about.
#   Cause: it is the union of lists that others had made, a web search engine's and its domain names among them.
# Version: stopwords-iso 1.1.0, stopword 3.1.5.
# Matters: a search for technical questions that is given the larger list finds nothing for queries that look harmless,
#   and a check with prose ("how does a transformer work") shows nothing amiss.
# Needs: Node 20 or newer, npm.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
npm init -y > npm.log
npm install --save-exact --no-audit --no-fund stopwords-iso@1.1.0 stopword@3.1.5 > npm.log 2>&1

cat > see.mjs <<'JS'
import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { eng, removeStopwords } from 'stopword';

const iso = createRequire(import.meta.url)('stopwords-iso/stopwords-iso.json').en;
const queries = ['mean of groups', 'the value at index zero', 'test an ml system', 'order by text', 'find a web page by id'];
for (const query of queries) {
  const words = query.split(' ');
  const left = [iso, eng].map((list) => removeStopwords(words, list).join(' '));
  console.log(`${query.padEnd(24)} stopwords-iso: "${left[0]}"  stopword: "${left[1]}"`);
  assert.equal(left[0], '');
  assert.notEqual(left[1], '');
}
const prose = removeStopwords('how does a transformer work'.split(' '), iso).join(' ');
const damaged = iso.filter((word) => /[^a-z0-9'.-]/.test(word));
const codes = iso.filter((word) => /^[a-z]{2}$/.test(word));
console.log(`how does a transformer work: "${prose}"; ${iso.length} entries, ${codes.length} of two letters; damaged: ${damaged.join(' ')}`);
assert.equal(prose, 'transformer');
assert.equal(iso.length, 1298);
assert.ok(codes.length > 200);
assert.equal(damaged.length, 4);
JS
node see.mjs
