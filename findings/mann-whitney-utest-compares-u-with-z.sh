#!/usr/bin/env bash
# Guess: `significant(u, samples)` is true where the usual test (5 %, two-sided) rejects, at least in clear cases.
# Seen: 20 points against 20, of which the second group has the most: U = 45, z = 4.19, p = 0.00003, "not significant". One
#   point against one other, where nothing can be told: "significant". So are two against two (p = 0.33).
#   Cause: U itself is compared with z, its own standardised distance from the mean. U must be below z, hence next to nothing.
# Version: mann-whitney-utest 1.0.5 (npm); p by scipy 1.17.1.
# Matters: whether a new question is harder, or a group better, is asked of samples of that size; real differences are
#   denied, and two single answers are called a proof.
# Needs: Node 20 or newer, npm, Python 3.11 or newer with venv and pip.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
npm init -y > npm.log
npm install --save-exact --no-audit --no-fund mann-whitney-utest@1.0.5 > npm.log 2>&1
python3 -m venv venv
venv/bin/pip install --quiet --no-compile scipy==1.17.1 numpy==2.4.6 2> pip.log || { cat pip.log >&2; exit 1; }

cat > samples.json <<'JSON'
[
  [[0, 2, 4, 6, 8, 10, 12, 14, 16, 18, 20, 22, 24, 26, 28, 30, 32, 34, 36, 38],
   [21, 23, 25, 27, 29, 31, 33, 35, 37, 39, 41, 43, 45, 47, 49, 51, 53, 55, 57, 59]],
  [[1, 2, 3, 5, 6, 8, 9, 11, 12, 14], [7, 10, 13, 15, 16, 17, 18, 19, 20, 21]],
  [[1, 2], [3, 4]],
  [[1], [2]]
]
JSON
cat > see.cjs <<'JS'
const { criticalValue, significant, test } = require('mann-whitney-utest');

const rows = require('./samples.json').map((samples) => {
  const u = test(samples);
  return { u: Math.min(...u), z: criticalValue(u, samples), significant: significant(u, samples) };
});
console.log(JSON.stringify(rows));
JS
node see.cjs > rows.json
cat > see.py <<'PY'
import json

from scipy.stats import mannwhitneyu

with open("samples.json") as samples, open("rows.json") as rows:
    for (one, two), row in zip(json.load(samples), json.load(rows), strict=True):
        test = mannwhitneyu(one, two)
        print(f"{len(one)} against {len(two)}: U {row['u']}, z {row['z']:.2f}, significant: {row['significant']}; scipy p = {test.pvalue:.5f}")
        assert min(test.statistic, len(one) * len(two) - test.statistic) == row["u"]
        assert row["significant"] == (test.pvalue > 0.05) == (len(one) < 10)
PY
venv/bin/python see.py
