#!/usr/bin/env bash
# Guess: a metric that is fed batch by batch gives what it gives for all at once, as its documentation promises.
# Seen: not for logits. Each call decides by itself whether its scores are logits (any outside 0 to 1) and only then
#   applies the sigmoid, so that a batch whose logits all happen to lie between 0 and 1 is taken as probabilities. The
#   same 1,000 logits have an AUROC of 0.92 as one batch and of 0.82 one by one; the accuracy falls from 84 to 77 %.
# Version: torchmetrics 1.9.0, torch 2.13.0.
# Matters: the last, smaller batch of an epoch, or streaming one example at a time, changes the figure that a model is
#   chosen by, in silence. Pass probabilities.
# Needs: Python 3.11 or newer with venv and pip (torch is large; a CPU build that pip finds will do).
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
python3 -m venv venv

venv/bin/pip install --quiet --no-compile torch==2.13.0 torchmetrics==1.9.0 numpy==2.4.6 2> pip.log || { cat pip.log >&2; exit 1; }

cat > see.py <<'PY'
import torch
from torchmetrics.classification import BinaryAccuracy, BinaryAUROC

generator = torch.Generator().manual_seed(0)
logits = torch.randn(1000, generator=generator)
labels = (torch.rand(1000, generator=generator) < torch.sigmoid(3 * logits)).long()


def measure(metric, scores, size):
    for part, truth in zip(scores.split(size), labels.split(size)):
        metric.update(part, truth)
    return round(metric.compute().item(), 3)


for name, kind in (("AUROC", BinaryAUROC), ("accuracy", BinaryAccuracy)):
    by_size = {size: measure(kind(), logits, size) for size in (1000, 4, 1)}
    print(f"{name} of logits, by the size of a batch: {by_size}")
    assert by_size[1000] > by_size[4] > by_size[1]
    assert by_size[1000] - by_size[1] > 0.05
    steady = {measure(kind(), torch.sigmoid(logits), size) for size in (1000, 4, 1)}
    print(f"{name} of probabilities: {steady}")
    assert steady == {by_size[1000]}
PY
venv/bin/python see.py
