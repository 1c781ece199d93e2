#!/usr/bin/env bash
# Guess: dotenv and Node's own --env-file read a plain .env alike; "A= " is an empty value.
# Seen: when a value is nothing but spaces or tabs, Node goes on to the next line that holds something
#   and takes all of it, name included, for the value: "A= ", "B=1" gives A="B=1" and no B at all.
#   Without the blank ("A=") or with a comment after it both are right. dotenv reads A="", B="1".
# Version: Node 26.10.0 (24.21.0 does the same), dotenv 18.0.10.
# Matters: a blank is what remains when somebody deletes a token in an editor. A bot started with
#   --env-file instead of dotenv then reports the *next* setting as missing and uses its text as the token.
# Needs: npm (brings its own Node 26).
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
npm init -y > npm.log
npm install --save-exact --no-audit --no-fund node@26.10.0 dotenv@18.0.10 > npm.log 2>&1

printf 'FIRST= \nSECOND=postgres://localhost/bot\nTHIRD=3\n' > blank.env
cat > see.mjs <<'JS'
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { parseEnv } from 'node:util';
import { parse } from 'dotenv';

const text = readFileSync('blank.env', 'utf8');
const byDotenv = parse(text);
const byNode = { ...parseEnv(text) };
console.log('dotenv:', JSON.stringify(byDotenv));
console.log('Node:  ', JSON.stringify(byNode));
assert.deepEqual(byDotenv, { FIRST: '', SECOND: 'postgres://localhost/bot', THIRD: '3' });
assert.deepEqual(byNode, { FIRST: 'SECOND=postgres://localhost/bot', THIRD: '3' });
assert.equal(process.env.FIRST, 'SECOND=postgres://localhost/bot');
assert.equal(process.env.SECOND, undefined);

const trimmed = text.replace('FIRST= ', 'FIRST=');
assert.deepEqual({ ...parseEnv(trimmed) }, parse(trimmed));
console.log('without the blank both agree');
JS
env -u FIRST -u SECOND node_modules/.bin/node --env-file=blank.env see.mjs
