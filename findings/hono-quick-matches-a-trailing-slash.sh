#!/usr/bin/env bash
# Guess: "hono", "hono/quick" and "hono/tiny" differ in size and speed; the same routes match the same paths.
# Seen: with the same app and the default strict mode ("/about" is not "/about/") the standard preset
#   answers 404 to a path with a slash at its end, the two others answer 200: their LinearRouter and
#   PatternRouter let the slash pass, RegExpRouter and TrieRouter do not. Which one runs also depends on
#   the routes: the smart router of each preset falls back to another when one refuses a pattern.
# Version: hono 4.13.19.
# Matters: swapping the preset for a faster start changes which links of a question page work, and how
#   many addresses one page has.
# Needs: Node 20 or newer, npm.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
npm init -y > npm.log
npm install --save-exact --no-audit --no-fund hono@4.13.19 > npm.log 2>&1

cat > see.mjs <<'JS'
import assert from 'node:assert/strict';
import { Hono as Standard } from 'hono';
import { Hono as Quick } from 'hono/quick';
import { Hono as Tiny } from 'hono/tiny';

const paths = ['/about', '/about/', '/quiz/7', '/quiz/7/', '/quiz/7/board/'];
const seen = {};
for (const [name, Preset] of Object.entries({ Standard, Quick, Tiny })) {
  const app = new Preset();
  app.get('/about', (context) => context.text('about'));
  app.get('/quiz/:id', (context) => context.text(`quiz ${context.req.param('id')}`));
  app.get('/quiz/:id/board', (context) => context.text('board'));
  seen[name] = [];
  for (const path of paths) seen[name].push((await app.request(path)).status);
  console.log(name.padEnd(9), paths.map((path, index) => `${path} ${seen[name][index]}`).join('  '));
}
assert.deepEqual(seen, {
  Standard: [200, 404, 200, 404, 404],
  Quick: [200, 200, 200, 200, 200],
  Tiny: [200, 200, 200, 200, 200],
});
JS
node see.mjs
