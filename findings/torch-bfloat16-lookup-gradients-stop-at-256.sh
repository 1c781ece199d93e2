#!/usr/bin/env bash
# Guess: the gradient of a bfloat16 row that is looked up n times is the sum of n gradients, rounded once (as in sum, matmul
#   and the forward of embedding_bag), or stops growing in all spellings of the lookup.
# Seen: on the CPU F.embedding, w[i] and embedding_bag add in bfloat16 and stop at 256 of 1000 ones; index_select of a
#   matrix, gather and expand give 1000. Smaller random gradients come out far too small as well.
# Version: torch 2.13.0 and 2.14.1, one thread or two.
# Matters: the gradient of a frequent token or of padding saturates in pure bfloat16 training; to write the lookup as gather
#   changes the training. index_add and index_put of one's own counts and sums do the same.
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
times = 1000
zero = torch.zeros(times, dtype=torch.long)
column = zero[:, None]
lookups = {
    "F.embedding": lambda w: F.embedding(zero, w),
    "w[i]": lambda w: w[zero],
    "index_select": lambda w: w.index_select(0, zero),
    "embedding_bag": lambda w: F.embedding_bag(column, w, mode="sum"),
    "gather": lambda w: w.gather(0, column),
    "expand": lambda w: w.expand(times, 1),
}
small = torch.rand(times, 1).bfloat16() * 0.01
expected = small.double().sum().item()
seen = {}
for name, lookup in lookups.items():
    w = torch.ones(1, 1, dtype=torch.bfloat16, requires_grad=True)
    ones = torch.autograd.grad(lookup(w).sum(), w)[0].item()
    near = torch.autograd.grad(lookup(w), w, small)[0].item()
    seen[name] = ones
    print(f"{name:14} of 1000 ones: {ones:6.0f}   of random gradients with sum {expected:.3f}: {near:.3f}")
    assert near < 0.8 * expected if ones == 256 else abs(near - expected) < 0.02 * expected
assert [name for name, ones in seen.items() if ones == 256] == ["F.embedding", "w[i]", "embedding_bag"]
assert seen["index_select"] == seen["gather"] == seen["expand"] == 1000
forward = F.embedding_bag(zero[None], torch.ones(1, 1, dtype=torch.bfloat16), mode="sum")
print("forward of embedding_bag over the same 1000:", forward.item())
assert forward.item() == 1000
PY
venv/bin/python see.py
