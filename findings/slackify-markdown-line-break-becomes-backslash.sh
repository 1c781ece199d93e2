#!/usr/bin/env bash
# Guess: a hard line break (two spaces at the end, or a backslash) becomes a plain new line in Slack's markup.
# Seen: slackify-markdown writes a backslash at the end of the line, which Slack shows. A rule (---) becomes
#   three asterisks, which Slack shows as well. The text that reaches people has stray characters;
#   everything else of the same answer (bold, code, links, lists) is converted.
#   Cause: what has no rule of its own falls back to remark-stringify, whose output is Markdown again.
# Version: slackify-markdown 5.0.0 and 4.5.0, about a million downloads a month.
# Matters: answers with one statement a line ("x = x + 1␠␠") show as if Python's line continuation were
#   part of the code's lesson.
# Needs: Node 20 or newer, npm.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
npm init -y > npm.log
npm install --save-exact --no-audit --no-fund slackify-markdown@5.0.0 four@npm:slackify-markdown@4.5.0 > npm.log 2>&1

cat > see.mjs <<'JS'
import assert from 'node:assert/strict';

for (const name of ['slackify-markdown', 'four']) {
  const module = await import(name);
  const slackify = module.slackifyMarkdown ?? module.default.slackifyMarkdown ?? module.default.default ?? module.default;
  const broken = slackify('forward, then  \nbackward, then\\\nstep');
  const rule = slackify('one\n\n---\n\ntwo');
  console.log(name, JSON.stringify(broken), JSON.stringify(rule));
  assert.equal(broken, 'forward, then\\\nbackward, then\\\nstep\n');
  assert.equal(rule, 'one\n\n***\n\ntwo\n');
  assert.equal(slackify('call `step`'), 'call `step`\n');
}
JS
node see.mjs
