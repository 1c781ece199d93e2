#!/usr/bin/env bash
# Guess: FlopCounterMode counts the matrix products of a module, the same whichever kernel computes them.
# Seen: an LSTM in float32 costs nothing, forward and backward, while RNN, GRU, LSTMCell and the same LSTM in float64 are
#   counted. A transformer encoder or MultiheadAttention costs nothing either in eval mode without gradients: the fused
#   kernels that are chosen there (oneDNN's LSTM, the encoder's fast path) are no operations that the counter knows.
# Version: torch 2.13.0, on the CPU.
# Matters: costs are measured in eval mode under no_grad. A table of models lists the encoder and the LSTM as free, and no
#   warning says that something was left out.
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
from torch.utils.flop_counter import FlopCounterMode

BATCH, STEPS, WIDTH = 4, 10, 64


def counted(run, x):
    with FlopCounterMode(display=False) as counter:
        run(x)
    return counter.get_total_flops()


x = torch.randn(BATCH, STEPS, WIDTH)
for name, gates in (("RNN", 1), ("GRU", 3), ("LSTM", 4)):
    module = getattr(nn, name)(WIDTH, WIDTH, batch_first=True)
    products = 2 * BATCH * STEPS * gates * WIDTH * 2 * WIDTH
    single = counted(module, x)
    double = counted(module.double(), x.double())
    print(f"{name:4} products {products:9,}  float32 {single:9,}  float64 {double:9,}")
    assert double == products
    assert single == (0 if name == "LSTM" else products)

lstm = nn.LSTM(WIDTH, WIDTH, batch_first=True)
trained = counted(lambda x: lstm(x)[0].sum().backward(), x)
print(f"LSTM, float32, forward and backward: {trained}")
assert trained == 0 and lstm.weight_hh_l0.grad is not None

encoder = nn.TransformerEncoderLayer(WIDTH, 4, 128, dropout=0.0, batch_first=True)
attention = nn.MultiheadAttention(WIDTH, 4, batch_first=True)
for name, module, run in (
    ("TransformerEncoderLayer", encoder, encoder),
    ("MultiheadAttention", attention, lambda x: attention(x, x, x, need_weights=False)),
):
    training = counted(run, x)
    module.eval()
    evaluated = counted(run, x)
    with torch.no_grad():
        inferred = counted(run, x)
    print(f"{name:23} train {training:9,}  eval {evaluated:9,}  eval without gradients {inferred:9,}")
    assert training == evaluated > 0 and inferred == 0
PY
venv/bin/python -W ignore see.py
