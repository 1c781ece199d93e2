#!/usr/bin/env bash
# Guess: `disconnect()` while `start()` is still asking for an address ends the attempt, or makes `start()` fail.
# Seen: it resolves at once and says "disconnected"; when the address comes, `start()` goes on, connects and resolves. The
#   client that was stopped is online, takes its share of the events, and keeps the process alive.
# Version: @slack/socket-mode 3.1.0.
# Matters: a bot that is told to stop while it starts or while Slack is slow (a deployment in an outage) stays; two of them
#   then share the events. Whoever stops it has to wait for `start()` and disconnect again.
# Needs: Node 20 or newer with npm.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
npm init -y > npm.log
npm install --save-exact --no-audit --no-fund @slack/socket-mode@3.1.0 ws@8.23.0 > npm.log 2>&1

cat > see.mjs <<'JS'
import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { SocketModeClient } from '@slack/socket-mode';
import { WebSocketServer } from 'ws';

let answer = () => {};
const server = createServer((request, response) => {
  answer = () => {
    response.writeHead(200, { 'content-type': 'application/json' });
    response.end(JSON.stringify({ ok: true, url: `ws://127.0.0.1:${server.address().port}/link` }));
  };
  asked();
});
let asked = () => {};
const isAsked = new Promise((resolve) => {
  asked = resolve;
});
const open = new Set();
new WebSocketServer({ server }).on('connection', (socket) => {
  open.add(socket);
  socket.on('close', () => open.delete(socket));
  socket.send(JSON.stringify({ type: 'hello', num_connections: 1, connection_info: { app_id: 'A1' }, debug_info: {} }));
});
await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));

const client = new SocketModeClient({
  appToken: 'xapp-1',
  logLevel: 'error',
  clientOptions: { slackApiUrl: `http://127.0.0.1:${server.address().port}/api/` },
});
const events = [];
for (const event of ['connecting', 'connected', 'disconnecting', 'disconnected']) client.on(event, () => events.push(event));
const starting = client.start().then(() => 'resolved', () => 'failed');
await isAsked;
await client.disconnect();
events.push('disconnect() has resolved');
answer();
const started = await starting;
console.log(`start() ${started}; connections open: ${open.size}; ${events.join(', ')}`);
assert.equal(started, 'resolved');
assert.equal(open.size, 1);
assert.equal(events.at(-1), 'connected');
await client.disconnect();
process.exit();
JS
node see.mjs
