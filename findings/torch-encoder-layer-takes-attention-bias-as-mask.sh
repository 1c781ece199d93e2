#!/usr/bin/env bash
# Guess: a float src_mask is added to the attention scores, in training and in inference, as the documentation says.
# Seen: in eval mode without gradients nn.TransformerEncoderLayer turns it into a boolean mask: whatever is not exactly 0
#   is hidden. With an ALiBi bias each token then sees itself alone, with a bias without zeros the output is NaN.
#   nn.MultiheadAttention, called alone, adds the bias in both cases.
# Version: torch 2.13.0 and 2.14.1. For nn.MultiheadAttention it was pytorch/pytorch issue 107084, closed. There is one
#   warning, which speaks of performance.
# Matters: relative position biases train well and validate well with gradients on; the served model ignores all other
#   tokens.
# Needs: Python 3.11 or newer with venv and pip (torch is large; a CPU build that pip finds will do).
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
python3 -m venv venv
venv/bin/pip install --quiet --no-compile torch==2.13.0 numpy==2.4.6 2> pip.log || { cat pip.log >&2; exit 1; }

cat > see.py <<'PY'
import warnings

import torch
from torch import nn

warnings.simplefilter("ignore")
torch.manual_seed(0)
x = torch.randn(2, 5, 16)
place = torch.arange(5)
alibi = -(place[:, None] - place[None, :]).abs().float()
no_zero = alibi - 1
alone = ~torch.eye(5, dtype=torch.bool)
layer = nn.TransformerEncoderLayer(16, 2, 32, dropout=0.0, batch_first=True).eval()
attention = nn.MultiheadAttention(16, 2, batch_first=True).eval()


def both_ways(module, *arguments, **named):
    with_gradients = module(*arguments, **named)
    with torch.no_grad():
        return with_gradients, module(*arguments, **named)


slow, fast = both_ways(layer, x, alibi)
print("ALiBi: largest difference of the two ways:", round((slow - fast).abs().max().item(), 3))
assert not torch.allclose(slow, fast, atol=0.1)
print("without gradients as if each token saw itself alone:", torch.allclose(fast, layer(x, alone), atol=1e-5))
assert torch.allclose(fast, layer(x, alone), atol=1e-5)
slow, fast = both_ways(layer, x, no_zero)
print("minus 1 (softmax does not care): NaN with gradients", slow.isnan().any().item(), "without", fast.isnan().all().item())
assert not slow.isnan().any() and fast.isnan().all()
slow, fast = both_ways(nn.TransformerEncoder(layer, 2, enable_nested_tensor=False).eval(), x, mask=alibi)
assert not torch.allclose(slow, fast, atol=0.1)
(slow, _), (fast, _) = both_ways(attention, x, x, x, attn_mask=alibi, need_weights=False)
print("MultiheadAttention alone agrees:", torch.allclose(slow, fast, atol=1e-5))
assert torch.allclose(slow, fast, atol=1e-5)
PY
venv/bin/python see.py
