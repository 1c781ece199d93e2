#!/usr/bin/env bash
# Guess: Discord documents that interaction endpoints are not bound to the bot's global limit of 50 requests a second
#   (topics/rate-limits#global-rate-limit), so the library's own limit leaves all of them out.
# Seen: it leaves out first responses alone (`/callback`). Edits of a response (`@original`) and follow-ups share the 50 a
#   second with all else, although they are sent without the bot's token: 200 first responses go at once, 200 follow-ups take
#   more than three seconds, and whatever else the bot wants to send waits with them.
# Version: @discordjs/rest 2.6.3 (that of discord.js 14.28.1).
# Matters: a crowd that presses a button at once. Deferring, the usual advice, makes it worse: the answer is an edit. A client
#   of its own with a higher `globalRequestsPerSecond` for them is enough.
# Needs: Node 20 or newer with npm.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
npm init -y > npm.log
npm install --save-exact --no-audit --no-fund @discordjs/rest@2.6.3 > npm.log 2>&1

cat > see.mjs <<'JS'
import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { REST } from '@discordjs/rest';

/** When requests came, in ms. */
let arrivals = [];
const server = createServer((request, response) => {
  arrivals.push(performance.now());
  request.resume();
  response.writeHead(200, { 'content-type': 'application/json' }).end('{"id":"1"}');
});
await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
const routes = {
  'first responses': (no) => `/interactions/${10n ** 17n + BigInt(no)}/token${no}/callback`,
  'follow-ups': (no) => `/webhooks/123456789012345678/token${no}`,
  'edits of a response': (no) => `/webhooks/123456789012345678/token${no}/messages/@original`,
};

/** How long the pauses in which nothing came were together, in ms: those of a limit, not those of a busy machine. */
async function pausesOf(route, options = {}) {
  arrivals = [];
  const rest = new REST({ api: `http://127.0.0.1:${server.address().port}`, ...options });
  await Promise.all(Array.from({ length: 200 }, (_, no) => rest.post(route(no), { auth: false, body: {} })));
  rest.clearHashSweeper();
  rest.clearHandlerSweeper();
  const gaps = arrivals.slice(1).map((at, index) => at - arrivals[index]);
  return Math.round(gaps.filter((gap) => gap > 300).reduce((sum, gap) => sum + gap, 0));
}

for (const [name, route] of Object.entries(routes)) {
  const [bound, free] = [await pausesOf(route), await pausesOf(route, { globalRequestsPerSecond: 100_000 })];
  console.log(`200 ${name}: waited ${bound} ms; without the limit ${free} ms`);
  assert.ok(name === 'first responses' ? bound < 1000 : bound > 1000);
  assert.ok(free < 1000);
}
process.exit();
JS
node see.mjs
