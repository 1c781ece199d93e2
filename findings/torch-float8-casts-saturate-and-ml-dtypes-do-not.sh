#!/usr/bin/env bash
# Guess: float8_e4m3fn has no infinity, so that a value beyond 448 becomes NaN, as in ml_dtypes (JAX) and in torch so far;
#   the other 8-bit types of torch follow the same rule.
# Seen: torch now saturates: 1000, and inf as well, become 448, without a trace. ml_dtypes gives NaN for both. float8_e5m2
#   and float8_e4m3fnuz in torch go on giving inf and NaN. A gradient through the cast is cut at 448 in the same way.
# Version: torch 2.13.0 and 2.14.1, ml_dtypes 0.6.0. pytorch/pytorch pull request 178817 (April 2026); ml_dtypes issue 400.
# Matters: an overflow was found by isnan(); a diverged layer (inf) now passes that check as 448, and a checkpoint that is
#   quantised by torch and by JAX differs exactly there.
# Needs: Python 3.11 or newer with venv and pip (torch is large; a CPU build that pip finds will do).
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
python3 -m venv venv
venv/bin/pip install --quiet --no-compile torch==2.13.0 numpy==2.4.6 ml_dtypes==0.6.0 2> pip.log || { cat pip.log >&2; exit 1; }

cat > see.py <<'PY'
import ml_dtypes
import numpy as np
import torch

x = torch.tensor([448.0, 464.0, 1000.0, 1e6, float("inf"), float("nan")])


def by_torch(dtype):
    return x.to(dtype).float().tolist()


def by_ml_dtypes(dtype):
    with np.errstate(all="ignore"):
        return x.numpy().astype(dtype).astype(np.float32).tolist()


seen = {
    "torch e4m3fn": by_torch(torch.float8_e4m3fn),
    "ml_dtypes e4m3fn": by_ml_dtypes(ml_dtypes.float8_e4m3fn),
    "torch e4m3fnuz": by_torch(torch.float8_e4m3fnuz),
    "torch e5m2": by_torch(torch.float8_e5m2),
}
print(f"{'from':17}", x.tolist())
for name, values in seen.items():
    print(f"{name:17}", values)
assert str(seen["torch e4m3fn"]) == "[448.0, 448.0, 448.0, 448.0, 448.0, nan]"
assert str(seen["ml_dtypes e4m3fn"]) == "[448.0, 448.0, nan, nan, nan, nan]"
assert str(seen["torch e4m3fnuz"][2:]) == "[nan, nan, nan, nan]"
assert str(seen["torch e5m2"][3:]) == "[inf, inf, nan]"

w = torch.ones(1, requires_grad=True)
(w.to(torch.float8_e4m3fn).float() * 1000).sum().backward()
print("gradient 1000 through the cast:", w.grad.item())
assert w.grad.item() == 448.0
PY
venv/bin/python see.py
