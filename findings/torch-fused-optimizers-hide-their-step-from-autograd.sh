#!/usr/bin/env bash
# Guess: an optimizer step between a forward and its backward is caught ("modified by an inplace operation").
# Seen: with fused=True (SGD, Adagrad, Adam, AdamW) the version counter of the parameters stays where it was. The backward
#   runs with the new weights and gives the gradient of neither state; the same code without fused raises.
# Version: torch 2.13.0 and 2.14.1, on the CPU. Found in no issue.
# Matters: GAN and reinforcement learning loops that step one network too early are told so by the error. Setting fused=True
#   for speed turns the error into wrong gradients, and into a training that is a little worse.
# Needs: Python 3.11 or newer with venv and pip (torch is large; a CPU build that pip finds will do).
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
python3 -m venv venv
venv/bin/pip install --quiet --no-compile torch==2.13.0 numpy==2.4.6 2> pip.log || { cat pip.log >&2; exit 1; }

cat > see.py <<'PY'
import torch


def early_step(optimizer_class, **options):
    """d(w*w*w)/dw at 2 is 12; the weight is stepped to another value before the backward."""
    weight = torch.nn.Parameter(torch.tensor([2.0]))
    optimizer = optimizer_class([weight], lr=1.0, **options)
    loss = (weight * weight * weight).sum()
    weight.grad = torch.ones(1)
    optimizer.step()
    weight.grad = None
    try:
        loss.backward()
    except RuntimeError as refused:
        return weight._version, str(refused)[:97]
    return weight._version, weight.grad.item()


for optimizer_class in (torch.optim.SGD, torch.optim.Adagrad, torch.optim.Adam, torch.optim.AdamW):
    for options in ({"fused": True}, {"foreach": True}, {"foreach": False}):
        version, result = early_step(optimizer_class, **options)
        print(f"{optimizer_class.__name__:8} {str(options):19} version {version}: {result}")
        if "fused" in options:
            assert version == 0 and 3 < abs(result - 12)
        else:
            assert version > 0 and "modified by an inplace operation" in result
PY
venv/bin/python see.py
