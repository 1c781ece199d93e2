#!/usr/bin/env bash
# Guess: module.compile() is torch.compile(module) in place, as its documentation says.
# Seen: on a module whose class stands in torch.nn (Linear, Sequential, TransformerEncoderLayer) or that only inherits
#   its forward, module.compile() compiles nothing: the backend is never called and nothing warns.
#   torch.compile(module) makes one graph. A Sequential of own modules gives one graph a part.
# Version: torch 2.13.0. With 2.14.1 both ways make one graph. See pytorch/pytorch issue 132923, pull request 186340.
# Matters: the usual "compile each block in place" (state dict keys stay clean) runs eagerly for models made of torch.nn
#   blocks. A speed test shows no gain, and only fullgraph=True raises.
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


class Own(nn.Module):
    def __init__(self):
        super().__init__()
        self.linear = nn.Linear(8, 8)

    def forward(self, x):
        return self.linear(x).relu()


class Inherits(nn.Sequential):
    pass


def graphs(module, in_place):
    torch.compiler.reset()
    made = []

    def backend(graph, example_inputs):
        made.append(graph)
        return graph

    if in_place:
        module.compile(backend=backend)
        module(torch.ones(2, 8))
    else:
        torch.compile(module, backend=backend)(torch.ones(2, 8))
    return len(made)


makers = {
    "Linear": lambda: nn.Linear(8, 8),
    "Sequential": lambda: nn.Sequential(nn.Linear(8, 8), nn.ReLU()),
    "TransformerEncoderLayer": lambda: nn.TransformerEncoderLayer(8, 2, 16),
    "class Inherits(Sequential)": lambda: Inherits(nn.Linear(8, 8)),
    "class Own(Module)": Own,
    "Sequential of two Own": lambda: nn.Sequential(Own(), Own()),
}
seen = {name: (graphs(make(), True), graphs(make(), False)) for name, make in makers.items()}
for name, (in_place, wrapped) in seen.items():
    print(f"{name:28} graphs by module.compile(): {in_place}, by torch.compile(module): {wrapped}")
assert list(seen.values()) == [(0, 1), (0, 1), (0, 1), (0, 1), (1, 1), (2, 1)]
PY
venv/bin/python see.py
