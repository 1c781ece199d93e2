#!/usr/bin/env bash
# Guess: the backward of an eval-mode batch norm uses the statistics of its forward, or raises since they were changed
#   in place: they are saved for the backward, and a write to running_var by hand does raise.
# Seen: a train-mode forward in between changes running_var without a new version number. The backward then divides by the
#   later deviation: no error, and a gradient that fits no forward (here by a factor near 30).
# Version: torch 2.13.0 and 2.14.1, on the CPU, BatchNorm1d and BatchNorm2d alike. Found in no issue.
# Matters: adversarial examples, teacher and student in one model, MAML and gradient penalties mix an eval forward with a
#   train forward before one backward.
# Needs: Python 3.11 or newer with venv and pip (torch is large; a CPU build that pip finds will do).
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
python3 -m venv venv
venv/bin/pip install --quiet --no-compile torch==2.13.0 numpy==2.4.6 2> pip.log || { cat pip.log >&2; exit 1; }

cat > see.py <<'PY'
import torch
from torch import nn


def gradient(module, shape, between):
    torch.manual_seed(0)
    norm = module(3, momentum=1.0).eval()
    x = torch.randn(shape, requires_grad=True)
    y = norm(x)
    version = norm.running_var._version
    between(norm, torch.randn(shape) * 30)
    return torch.autograd.grad(y.sum(), x)[0].flatten()[0].item(), norm.running_var._version - version


def nothing(norm, other):
    pass


def train_forward(norm, other):
    norm.train()
    norm(other)


def write_by_hand(norm, other):
    norm.running_var.mul_(900.0)


for module, shape in ((nn.BatchNorm1d, (64, 3)), (nn.BatchNorm2d, (8, 3, 4, 4))):
    alone, _ = gradient(module, shape, nothing)
    after, versions = gradient(module, shape, train_forward)
    print(f"{module.__name__}: gradient {alone:.4f}, train forward in between {after:.4f}, new versions of running_var: {versions}")
    assert abs(alone - 1) < 1e-4 and 0.02 < after < 0.06 and versions == 0
    try:
        gradient(module, shape, write_by_hand)
        raise SystemExit("the write by hand went unnoticed")
    except RuntimeError as refused:
        print("  a write by hand:", str(refused)[:70])
        assert "modified by an inplace operation" in str(refused)
PY
venv/bin/python see.py
