#!/usr/bin/env bash
# Guess: an undirected graph stays as it is when it is made undirected: `to_undirected` after `is_undirected` says True is
#   a safe step that costs nothing.
# Seen: every edge that is there in both directions has its attributes added up, so all weights are doubled, and doubled
#   again by the next call. `ToUndirected` in a dataset's transforms does the same. GCNConv changes its output, since the self-loops
#   that it adds keep weight 1. Without attributes nothing changes.
# Version: torch-geometric 2.8.0.post1, torch 2.13.0 (the default `reduce="add"` is documented, what it does here is not).
# Matters: most benchmark graphs are stored in both directions, and the transform is put in front "to be sure".
# Needs: Python 3.11 or newer with venv and pip (torch is large; a CPU build that pip finds will do).
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
python3 -m venv venv
venv/bin/pip install --quiet --no-compile torch==2.13.0 numpy==2.4.6 torch-geometric==2.8.0.post1 2> pip.log || { cat pip.log >&2; exit 1; }

cat > see.py <<'PY'
import torch
from torch_geometric.data import Data
from torch_geometric.nn import GCNConv
from torch_geometric.transforms import ToUndirected
from torch_geometric.utils import is_undirected, to_undirected

edges = torch.tensor([[0, 1, 1, 2], [1, 0, 2, 1]])
weights = torch.tensor([0.5, 0.5, 2.0, 2.0])
assert is_undirected(edges, weights)
once_edges, once = to_undirected(edges, weights)
_, twice = to_undirected(once_edges, once)
print("weights", weights.tolist(), "once", once.tolist(), "twice", twice.tolist())
assert torch.equal(once_edges, edges)
assert torch.equal(once, 2 * weights) and torch.equal(twice, 4 * weights)
assert torch.equal(to_undirected(edges), edges)

graph = ToUndirected()(Data(edge_index=edges, edge_attr=weights.unsqueeze(1), num_nodes=3))
print("transform", graph.edge_attr.flatten().tolist())
assert torch.equal(graph.edge_attr.flatten(), 2 * weights)

torch.manual_seed(0)
convolution = GCNConv(1, 1)
features = torch.tensor([[1.0], [2.0], [4.0]])
before = convolution(features, edges, weights)
after = convolution(features, edges, once)
print("GCNConv", [round(value, 3) for value in before.flatten().tolist()], "becomes", [round(value, 3) for value in after.flatten().tolist()])
assert (before - after).abs().max() > 0.05
PY
venv/bin/python -W ignore see.py
