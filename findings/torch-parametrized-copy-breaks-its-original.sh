#!/usr/bin/env bash
# Guess: a deep copy of a module is independent: removing weight_norm from the copy (to export it, say) leaves the
#   original as it is.
# Seen: parametrizations live in a class made for the module, and deepcopy shares that class. remove_parametrizations on
#   the copy deletes the property from it, so that the original has no "weight" any more and its forward raises.
#   The same holds for a copy made by AveragedModel (EMA).
# Version: torch 2.13.0 and 2.14.1. deepcopy of such modules came with pytorch/pytorch pull request 80811.
# Matters: "copy the EMA model, fold weight or spectral norm, export, train on" fails at the next training step, in a
#   model that nobody touched.
# Needs: Python 3.11 or newer with venv and pip (torch is large; a CPU build that pip finds will do).
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
python3 -m venv venv
venv/bin/pip install --quiet --no-compile torch==2.13.0 numpy==2.4.6 2> pip.log || { cat pip.log >&2; exit 1; }

cat > see.py <<'PY'
import copy

import torch
from torch import nn
from torch.nn.utils import parametrizations, parametrize
from torch.optim.swa_utils import AveragedModel

x = torch.ones(1, 4)
for wrap in (parametrizations.weight_norm, parametrizations.spectral_norm, parametrizations.orthogonal):
    model = wrap(nn.Linear(4, 4)).eval()
    duplicate = copy.deepcopy(model)
    model(x)
    assert type(model) is type(duplicate)
    assert model.parametrizations.weight is not duplicate.parametrizations.weight
    parametrize.remove_parametrizations(duplicate, "weight")
    duplicate(x)
    try:
        model(x)
        raise SystemExit("the original still works")
    except AttributeError as refused:
        print(f"{wrap.__name__}, the original after removal from the copy:", refused)
        assert "has no attribute 'weight'" in str(refused)

training = nn.Sequential(parametrizations.weight_norm(nn.Linear(4, 4)))
average = AveragedModel(training)
average.update_parameters(training)
parametrize.remove_parametrizations(average.module[0], "weight")
try:
    training(x)
    raise SystemExit("the training model still works")
except AttributeError as refused:
    print("AveragedModel, the training model:", refused)
PY
venv/bin/python see.py
