#!/usr/bin/env bash
# Guess: parse() makes a fresh object for each place of the input, as it has always done.
# Seen: once a schema refers to itself (a getter), one input object that stands in two places comes out
#   as one shared object. A default made by a function then runs once for both, and a change to one
#   shows in the other. The same fields in a schema without recursion give two objects, so adding a
#   `replies` or `children` field changes how all the others behave. YAML aliases (&a, *a) arrive as
#   such repeated objects from the `yaml` package.
# Version: zod 4.6.7, yaml 2.9.1. Cause: the memo that lets cycles parse (v4/core/memoizer.js).
# Matters: two answers written once by an alias share one id; shuffling or marking one does it to both.
# Needs: Node 20 or newer, npm.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
npm init -y > npm.log
npm install --save-exact --no-audit --no-fund zod@4.6.7 yaml@2.9.1 > npm.log 2>&1

cat > see.mjs <<'JS'
import assert from 'node:assert/strict';
import { parse } from 'yaml';
import { z } from 'zod';

let made = 0;
const id = z.string().default(() => `id-${++made}`);
const flat = z.object({ text: z.string(), id });
const tree = z.object({
  text: z.string(),
  id,
  get children() {
    return z.array(tree).optional();
  },
});
const input = parse('- &again {text: zero_grad}\n- *again\n');

const [first, second] = z.array(flat).parse(input);
console.log('flat schema:     ', first.id, second.id, first === second ? 'one object' : 'two objects');
assert.notEqual(first, second);
assert.notEqual(first.id, second.id);

const [one, other] = z.array(tree).parse(input);
console.log('recursive schema:', one.id, other.id, one === other ? 'one object' : 'two objects');
assert.equal(one, other);
one.text = 'changed';
assert.equal(other.text, 'changed');
JS
node see.mjs
