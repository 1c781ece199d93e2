#!/usr/bin/env bash
# Guess: F.mse_loss of two DTensors that are sharded over the batch gives the loss and gradient of the whole batch, as
#   ((a - b) ** 2).mean() does.
# Seen: its backward forgets to divide by the number of processes: with two, each gradient is exactly twice as large, with
#   a full, even batch. The same for smooth_l1_loss, huber_loss, soft_margin_loss and binary_cross_entropy; not for
#   l1_loss or binary_cross_entropy_with_logits. For an odd batch the loss is wrong, too (a mean of means).
# Version: torch 2.13.0 and 2.14.1. Issue 162692 of pytorch/pytorch was the mean() of odd batches, fixed; issue 185167 is
#   nll_loss with weights. The gradient was found in no issue.
# Matters: the learning rate grows with the number of processes, in silence. Adam hides it, clipping and SGD do not, and no
#   comparison of losses shows it.
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
import torch.nn.functional as F
from torch.distributed.tensor import Shard, distribute_tensor, init_device_mesh


def by_hand(a, b):
    return ((a - b) ** 2).mean()


def compare(mesh, loss, rows):
    torch.manual_seed(0)
    a, b = torch.rand(rows, 4) * 0.8 + 0.1, torch.rand(rows, 4)
    whole = a.clone().requires_grad_()
    expected = loss(whole, b)
    expected.backward()
    sharded = distribute_tensor(a, mesh, [Shard(0)]).requires_grad_()
    value = loss(sharded, distribute_tensor(b, mesh, [Shard(0)]))
    value.backward()
    factor = (sharded.grad.full_tensor() / whole.grad).mean().item()
    return round(value.full_tensor().item() / expected.item(), 3), round(factor, 3)


def run(rank, port):
    dist.init_process_group("gloo", init_method=f"tcp://127.0.0.1:{port}", rank=rank, world_size=2)
    mesh = init_device_mesh("cpu", (2,))
    double = (F.mse_loss, F.smooth_l1_loss, F.huber_loss, F.soft_margin_loss, F.binary_cross_entropy)
    right = (by_hand, F.l1_loss, F.binary_cross_entropy_with_logits)
    for loss in double + right:
        value, factor = compare(mesh, loss, 8)
        if rank == 0:
            print(f"{loss.__name__:33} loss times {value}, gradient times {factor}", flush=True)
        assert value == 1 and factor == (2 if loss in double else 1)
    value, factor = compare(mesh, F.mse_loss, 5)
    if rank == 0:
        print(f"mse_loss of 5 rows: loss times {value}, gradient times {factor}", flush=True)
    assert value != 1 and compare(mesh, by_hand, 5) == (1, 1)
    dist.destroy_process_group()


if __name__ == "__main__":
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    torch.multiprocessing.spawn(run, (port,), nprocs=2)
PY
venv/bin/python see.py
