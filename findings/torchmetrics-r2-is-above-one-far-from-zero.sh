#!/usr/bin/env bash
# Guess: R² of float32 predictions is right to some digits, and never above 1.
# Seen: targets far from zero ruin it, without a word: the sum of squares is taken about zero and the mean subtracted
#   afterwards. For 1,000 targets around 10,000 with a spread of 2 it can be 0.00 where 0.76 is true, and with a spread of 1 it can
#   be 1.13 where -0.13 is. The explained variance errs likewise. Shifted to zero, or in float64, both are right.
# Version: torchmetrics 1.9.0, torch 2.13.0.
# Matters: prices, years, temperatures in kelvin, timestamps: a model looks perfect or useless by rounding alone.
# Needs: Python 3.11 or newer with venv and pip (torch is large; a CPU build that pip finds will do).
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
python3 -m venv venv

venv/bin/pip install --quiet --no-compile torch==2.13.0 torchmetrics==1.9.0 numpy==2.4.6 2> pip.log || { cat pip.log >&2; exit 1; }

cat > see.py <<'PY'
import torch
from torchmetrics.functional import explained_variance, r2_score

generator = torch.Generator().manual_seed(0)
worst = {}
for spread in (2.0, 1.0):
    for trial in range(20):
        targets = torch.randn(1000, generator=generator) * spread + 10_000
        guesses = targets + torch.randn(1000, generator=generator)
        for metric in (r2_score, explained_variance):
            single = metric(guesses, targets).item()
            double = metric(guesses.double(), targets.double()).item()
            near = metric(guesses - 10_000, targets - 10_000).item()
            assert abs(near - double) < 1e-4
            worst.setdefault((metric.__name__, spread), []).append((single, double))
for (name, spread), pairs in worst.items():
    single, double = max(pairs, key=lambda pair: abs(pair[0] - pair[1]))
    above = max(single for single, _ in pairs)
    print(f"{name}, spread {spread}: worst {single:.2f} where {double:.2f} is true; highest {above:.2f}")
    assert abs(single - double) > 0.05
assert max(single for single, _ in worst["r2_score", 1.0]) > 1
PY
venv/bin/python see.py
