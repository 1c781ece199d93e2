#!/usr/bin/env bash
# Guess: `balance: true` shifts a team's strength a little, for players who stand out in it. A newcomer with one who lost
#   his only match is no favourite against two newcomers: 44 in 100 without the option, about that with it.
# Seen: 99.7 in 100. Beside a newcomer the loser makes any team win: the winner of that match and a newcomer beat the
#   loser and a newcomer in 62 of 100 without the option, in 0.3 of 100 with it. Ratings stand still with it: the newcomer
#   who loses such a match as the sure favourite drops by 0.0003 points, not by 1.8.
#   Cause: a player counts 1 + (best - own) / (best + 0.0001) times, for the ordinals (mu - 3 sigma) of the team. A
#   newcomer's ordinal is 0, so that the divisor is next to nothing, and the weaker a teammate the more he counts.
# Version: openskill 5.0.1 (npm).
# Matters: in a quiz of teams most players are newcomers; there the option foretells the wrong team and learns nothing.
# Needs: Node 20 or newer, npm.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
npm init -y > npm.log
npm install --save-exact --no-audit --no-fund openskill@5.0.1 > npm.log 2>&1

cat > see.cjs <<'JS'
const assert = require('node:assert/strict');
const { ordinal, predictWin, rate, rating } = require('openskill');

const [[winner], [loser]] = rate([[rating()], [rating()]]);
const fresh = rating();
console.log('ordinals: winner', ordinal(winner).toFixed(2), 'newcomer', ordinal(fresh).toFixed(2), 'loser', ordinal(loser).toFixed(2));
const chance = (team, other, balance) => predictWin([team, other], { balance })[0];
const both = (name, team, other) => {
  const chances = [false, true].map((balance) => chance(team, other, balance));
  console.log(name, ...chances.map((each) => `${(100 * each).toFixed(1)} %`));
  return chances;
};
console.log('chance of the first team, without and with balance:');
const [plain, balanced] = both('newcomer and loser against two newcomers:', [fresh, loser], [fresh, fresh]);
assert.ok(plain < 0.45 && balanced > 0.99);
const [usual, strange] = both('winner and newcomer against loser and newcomer:', [winner, fresh], [loser, fresh]);
assert.ok(usual > 0.6 && strange < 0.01);

const drop = (balance) => fresh.mu - rate([[fresh, fresh], [fresh, loser]], { balance })[1][0].mu;
console.log('newcomer beside the loser, after a defeat: -', drop(false).toFixed(4), 'without, -', drop(true).toFixed(4), 'with balance');
assert.ok(drop(false) > 1.5 && drop(true) < 0.001);
JS
node see.cjs
