#!/usr/bin/env bash
# Guess: a 401 fails the request that got it; the next one is sent and, if the platform takes the token again, succeeds.
# Seen: after a single 401 the REST client has no token any more. Every later request fails at once with "Expected token to
#   be set", and none is sent, until somebody calls `setToken` again. A client of discord.js is none the wiser: its gateway
#   stays connected.
# Version: @discordjs/rest 2.6.3 (that of discord.js 14.28.1).
# Matters: one wrong answer of a proxy or of the platform in a bad second, and a bot that has been running for weeks hears
#   everything and says nothing until it is restarted.
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

let asked = 0;
const server = createServer((request, response) => {
  asked += 1;
  const refused = asked === 2;
  response.writeHead(refused ? 401 : 200, { 'content-type': 'application/json' });
  response.end(refused ? '{"message":"401: Unauthorized","code":0}' : '{"id":"1"}');
});
await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
const rest = new REST({ api: `http://127.0.0.1:${server.address().port}` }).setToken('token');
const get = async () => {
  const outcome = await rest.get('/channels/1').then(() => 'done', (error) => error.message);
  console.log(`${outcome}; requests so far: ${asked}`);
  return outcome;
};

assert.equal(await get(), 'done');
assert.match(await get(), /401/);
for (let time = 0; time < 3; time += 1) assert.match(await get(), /Expected token to be set/);
assert.equal(asked, 2);
rest.setToken('token');
assert.equal(await get(), 'done');
process.exit();
JS
node see.mjs
