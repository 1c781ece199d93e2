#!/usr/bin/env bash
# Guess: to give all ranks one seed and to initialise after fully_shard (meta device, to_empty, reset_parameters, the way
#   FSDP2 documents) draws one random matrix, of which each rank has its rows.
# Seen: on a mesh of CPUs each rank draws the same numbers for its own rows, so that the rows of the whole weight repeat:
#   half of the neurons are copies. Dropout drops the same places in both halves.
# Version: torch 2.13.0 and 2.14.1. It warns that "DTensor random operators may not have complete support". pytorch/pytorch
#   issue 138329 (open), torchtitan pull request 4600 (open).
# Matters: the model starts with half of its rank (with 64 processes a 64th), and who tests sharding on CPUs compares with
#   another model than the one on GPUs. To give all ranks one seed is the usual advice; here one seed a rank is right.
# Needs: Python 3.11 or newer with venv and pip (torch is large; a CPU build that pip finds will do).
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
python3 -m venv venv
venv/bin/pip install --quiet --no-compile torch==2.13.0 numpy==2.4.6 2> pip.log || { cat pip.log >&2; exit 1; }

cat > see.py <<'PY'
import socket

import torch
import torch.distributed as dist
from torch import nn
from torch.distributed.fsdp import fully_shard
from torch.distributed.tensor import Shard, distribute_tensor, init_device_mesh


def sharded_weight(initialise):
    with torch.device("meta"):
        layer = nn.Linear(8, 8)
    fully_shard(layer)
    layer.to_empty(device="cpu")
    initialise(layer)
    return layer.weight.full_tensor().detach()


def run(rank, port):
    dist.init_process_group("gloo", init_method=f"tcp://127.0.0.1:{port}", rank=rank, world_size=2)
    mesh = init_device_mesh("cpu", (2,))
    torch.manual_seed(0)
    weight = sharded_weight(lambda layer: layer.reset_parameters())
    normal = sharded_weight(lambda layer: nn.init.normal_(layer.weight))
    ones = distribute_tensor(torch.ones(8, 8), mesh, [Shard(0)])
    dropped = nn.functional.dropout(ones, 0.5).full_tensor()
    torch.manual_seed(rank)
    apart = sharded_weight(lambda layer: layer.reset_parameters())
    ranks = [int(torch.linalg.matrix_rank(each)) for each in (weight, normal, apart)]
    if rank == 0:
        print("rows 0 to 3 equal rows 4 to 7:", torch.equal(weight[:4], weight[4:]), flush=True)
        print("rank of the 8 x 8 weight: reset_parameters, normal_, one seed a rank:", ranks, flush=True)
    for each in (weight, normal, dropped):
        assert torch.equal(each[:4], each[4:])
    assert ranks == [4, 4, 8]
    dist.destroy_process_group()


if __name__ == "__main__":
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    torch.multiprocessing.spawn(run, (port,), nprocs=2)
PY
venv/bin/python -W ignore see.py
