#!/usr/bin/env bash
# Guess: players of one rating who tie for first place leave the match with one rating.
# Seen: two npm packages of TrueSkill give each of them another rating, by the order in which they were
#   listed. ts-trueskill spreads ten winners over six hundredths of a point. In `trueskill` half of
#   them gain nothing at all. openskill, another method for the same task, gives all ten the same.
#   Cause: TrueSkill passes messages along a chain of neighbours; only its ends touch the loser. The first
#   package iterates until little moves, the second stops after a fixed depth.
# Version: ts-trueskill 5.1.0, trueskill 0.0.2, openskill 5.0.1.
# Matters: a quiz board often has many with the same points; a rating made of it favours whom the
#   database happened to list last.
# Needs: Node 20 or newer, npm.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
npm init -y > npm.log
npm install --save-exact --no-audit --no-fund ts-trueskill@5.1.0 trueskill@0.0.2 openskill@5.0.1 > npm.log 2>&1

cat > see.cjs <<'JS'
const assert = require('node:assert/strict');
const { rate, rating } = require('openskill');
const { AdjustPlayers } = require('trueskill');
const { Rating, rate: rateTs } = require('ts-trueskill');

const winners = 10;
const ranks = [...Array(winners).fill(1), 2];
const spread = (name, all) => {
  const tied = all.slice(0, winners);
  const width = Math.max(...tied) - Math.min(...tied);
  console.log(name.padEnd(13), tied.map((value) => value.toFixed(2)).join(' '), '| last', all.at(-1).toFixed(2));
  return width;
};
const ts = rateTs(ranks.map(() => [new Rating()]), ranks).map(([one]) => one.mu);
assert.ok(spread('ts-trueskill', ts) > 0.05);

const players = ranks.map((rank) => ({ skill: [25, 25 / 3], rank }));
AdjustPlayers(players);
const js = players.map((player) => player.skill[0]);
assert.ok(spread('trueskill', js) > 0.5);
assert.ok(js.slice(0, winners).filter((mu) => Math.abs(mu - 25) < 0.01).length >= 4);

const open = rate(ranks.map(() => [rating()]), { rank: ranks }).map(([one]) => one.mu);
assert.ok(spread('openskill', open) < 1e-9);
JS
node see.cjs
