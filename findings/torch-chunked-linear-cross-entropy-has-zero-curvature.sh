#!/usr/bin/env bash
# Guess: F.linear_cross_entropy with LinearCrossEntropyOptions() gives what it gives without, only with less memory; what
#   it cannot do (second derivatives) raises, as a second backward does.
# Seen: loss and gradient agree. The Hessian by torch.autograd.functional.hessian is exactly 0, grad(create_graph=True)
#   gives a gradient without a graph, and the directional derivative by torch.func.jvp is 0. None warns.
# Version: torch 2.13.0 (new there) and 2.14.1. Found in no issue.
# Matters: gradient penalties, influence functions, Hessian-vector products and forward-mode checks of a language model get
#   zeros, which look like a flat loss.
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

torch.manual_seed(0)
hidden, weight, target = torch.randn(32, 4), torch.randn(60, 4), torch.randint(0, 60, (32,))


def measure(options):
    def loss(h):
        return F.linear_cross_entropy(h, weight, target, options=options)

    h = hidden.clone().requires_grad_()
    (gradient,) = torch.autograd.grad(loss(h), h, create_graph=True)
    return {
        "loss": loss(hidden).item(),
        "norm of the gradient": gradient.norm().item(),
        "gradient has a graph": gradient.requires_grad,
        "norm of the Hessian": torch.autograd.functional.hessian(loss, hidden).norm().item(),
        "derivative along the input by jvp": torch.func.jvp(loss, (hidden,), (hidden,))[1].item(),
    }


whole, chunked = measure(None), measure(torch.nn.LinearCrossEntropyOptions())
for name in whole:
    print(f"{name:34} options=None: {whole[name]!s:22} chunked: {chunked[name]}")
for name in ("loss", "norm of the gradient"):
    assert abs(whole[name] - chunked[name]) < 1e-4
assert whole["gradient has a graph"] and not chunked["gradient has a graph"]
assert whole["norm of the Hessian"] > 0.01 and chunked["norm of the Hessian"] == 0.0
assert abs(whole["derivative along the input by jvp"]) > 0.1 and chunked["derivative along the input by jvp"] == 0.0
PY
venv/bin/python see.py
