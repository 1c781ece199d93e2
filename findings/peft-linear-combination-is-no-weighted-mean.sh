#!/usr/bin/env bash
# Guess: `add_weighted_adapter(["a", "b"], [0.5, 0.5], combination_type="linear")` gives the mean of what the two adapters
#   add to the weights.
# Seen: the two factors of each adapter are mixed apart from each other and multiplied afterwards, so half of the result
#   is products of one adapter's factor with the other's. For unrelated adapters it is as far from the mean as no adapter at all.
#   An adapter mixed with itself by halves comes out doubled; mixed with its copy whose two factors have their signs turned, which
#   adds exactly the same to the weights, it comes out as nothing. "cat" gives the mean every time.
# Version: peft 0.21.0, torch 2.13.0.
# Matters: merging adapters is how skills are combined without training, "linear" sounds like it, and the model still talks.
# Needs: Python 3.11 or newer with venv and pip (torch is large; a CPU build that pip finds will do).
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
python3 -m venv venv
venv/bin/pip install --quiet --no-compile torch==2.13.0 numpy==2.4.6 peft==0.21.0 transformers==5.18.0 accelerate==1.15.0 2> pip.log || { cat pip.log >&2; exit 1; }

cat > see.py <<'PY'
import torch
from peft import LoraConfig, get_peft_model
from torch import nn


class Model(nn.Module):
    def __init__(self):
        super().__init__()
        self.layer = nn.Linear(64, 64, bias=False)

    def forward(self, x):
        return self.layer(x)


def config():
    return LoraConfig(r=4, target_modules=["layer"], init_lora_weights=False)


def apart(seed):
    """How far each combination is from the weighted mean, as a share of the mean's length."""
    torch.manual_seed(seed)
    model = get_peft_model(Model(), config(), adapter_name="one")
    model.add_adapter("two", config())
    model.add_adapter("turned", config())
    layer = model.base_model.model.layer
    with torch.no_grad():
        for factor in (layer.lora_A, layer.lora_B):
            factor["turned"].weight.copy_(-factor["one"].weight)
    assert torch.equal(layer.get_delta_weight("turned"), layer.get_delta_weight("one"))

    shares = {}
    for pair in (("one", "two"), ("one", "one"), ("one", "turned")):
        for kind in ("linear", "cat"):
            name = "_".join((*pair, kind))
            model.add_weighted_adapter(list(pair), [0.5, 0.5], name, combination_type=kind)
            mean = sum(layer.get_delta_weight(adapter) for adapter in pair) / 2
            shares[name] = ((layer.get_delta_weight(name) - mean).norm() / mean.norm()).item()
    return shares


rows = [apart(seed) for seed in range(5)]
for name in rows[0]:
    print(f"{name:17}", " ".join(f"{row[name]:.3f}" for row in rows))
for row in rows:
    assert row["one_two_linear"] > 0.9
    assert abs(row["one_one_linear"] - 1) < 1e-5 and abs(row["one_turned_linear"] - 1) < 1e-5
    assert max(row["one_two_cat"], row["one_one_cat"], row["one_turned_cat"]) < 1e-5
PY
venv/bin/python -W ignore see.py 2> errors.log || { cat errors.log >&2; exit 1; }
