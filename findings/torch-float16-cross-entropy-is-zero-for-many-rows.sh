#!/usr/bin/env bash
# Guess: the mean cross-entropy of float16 logits is a mean: as good as float16 allows, whatever the number of rows.
# Seen: on the CPU the count of rows is kept in float16. From 65,520 rows on it is inf, so the loss is exactly 0.0, and
#   all gradients are 0; from about 95,000 rows on (here) the sum is inf too and the loss is nan. No warning.
#   The mean of reduction="none" is right, as are mse_loss, soft targets and autocast.
# Version: torch 2.13.0 and 2.14.1. NaN is known (pytorch/pytorch issues 29429 and 85791, for CUDA), the perfect 0.0 before it not.
# Matters: one segmentation mask of 256 x 256 is enough. A loss of 0.0 looks like a solved task, and early stopping or a
#   "best checkpoint" rule keeps it; a check for NaN finds nothing.
# Needs: Python 3.11 or newer with venv and pip (torch is large; a CPU build that pip finds will do).
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
python3 -m venv venv
venv/bin/pip install --quiet --no-compile torch==2.13.0 numpy==2.4.6 2> pip.log || { cat pip.log >&2; exit 1; }

cat > see.py <<'PY'
import torch
import torch.nn.functional as F

seen = {}
for rows in (65_000, 65_519, 65_520, 80_000, 200_000):
    logits = torch.zeros(rows, 2, dtype=torch.float16, requires_grad=True)
    target = torch.zeros(rows, dtype=torch.long)
    loss = F.cross_entropy(logits, target)
    loss.backward()
    by_hand = F.cross_entropy(logits, target, reduction="none").mean()
    seen[rows] = (loss.item(), logits.grad.abs().max().item())
    print(f"{rows:7} rows: loss {loss.item():.4f}, largest gradient {seen[rows][1]:.2e}, mean by hand {by_hand.item():.4f}")
    assert abs(by_hand.item() - 0.6931) < 0.01
assert all(abs(seen[rows][0] - 0.6931) < 0.01 and seen[rows][1] > 0 for rows in (65_000, 65_519))
assert seen[65_520] == seen[80_000] == (0.0, 0.0)
assert seen[200_000][0] != seen[200_000][0]

image = torch.randn(1, 3, 256, 256, generator=torch.Generator().manual_seed(0)).half()
image[:, 1] += 2
labels = torch.ones(1, 256, 256, dtype=torch.long)
print("one image: float16", F.cross_entropy(image, labels).item(), "float32", F.cross_entropy(image.float(), labels).item())
assert F.cross_entropy(image, labels).item() == 0.0
assert F.cross_entropy(image.float(), labels).item() > 0.3
PY
venv/bin/python see.py
