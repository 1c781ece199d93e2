#!/usr/bin/env bash
# Guess: dtensor.sum().item() is the sum, since a DTensor stands for the whole tensor.
# Seen: a reduction over the sharded dimension stays unreduced (Partial), and item(), float() and int() take the local part:
#   each process gets another number, and the number is of its own rows. max() and norm() alike. With an uneven batch
#   mean() is reduced at once and right; with an even one it is a local mean.
# Version: torch 2.13.0 and 2.14.1. pytorch/pytorch issues 144054 (closed as intended) and 166638 (open).
# Matters: loss.item(), the most usual line of logging, shows the loss of a part; early stopping by it lets the processes
#   part ways, and the next collective waits for ever.
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
from torch.distributed.tensor import Shard, distribute_tensor, init_device_mesh


def run(rank, port):
    dist.init_process_group("gloo", init_method=f"tcp://127.0.0.1:{port}", rank=rank, world_size=2)
    mesh = init_device_mesh("cpu", (2,))
    rows = torch.tensor([[1.0], [2.0], [3.0], [10.0]])
    x = distribute_tensor(rows, mesh, [Shard(0)])
    odd = distribute_tensor(rows[:3], mesh, [Shard(0)])
    mine = {
        "sum().item()": x.sum().item(),
        "float(sum())": float(x.sum()),
        "max().item()": x.max().item(),
        "mean().item()": x.mean().item(),
        "norm().item()": x.norm().item(),
        "mean().item() of 3 rows": odd.mean().item(),
        "sum().full_tensor().item()": x.sum().full_tensor().item(),
    }
    both = [None, None]
    dist.all_gather_object(both, mine)
    if rank == 0:
        for name in mine:
            print(f"{name:27} rank 0: {both[0][name]:.3f}  rank 1: {both[1][name]:.3f}", flush=True)
    assert [each["sum().item()"] for each in both] == [each["float(sum())"] for each in both] == [3.0, 13.0]
    assert [each["max().item()"] for each in both] == [2.0, 10.0]
    assert [each["mean().item()"] for each in both] == [1.5, 6.5]
    assert [each["mean().item() of 3 rows"] for each in both] == [2.0, 2.0]
    assert [each["sum().full_tensor().item()"] for each in both] == [16.0, 16.0]
    dist.destroy_process_group()


if __name__ == "__main__":
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    torch.multiprocessing.spawn(run, (port,), nprocs=2)
PY
venv/bin/python see.py
