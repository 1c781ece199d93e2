#!/usr/bin/env bash
# Guess: torch.distributed.checkpoint saves what each rank has, or what rank 0 has, where ranks hold another value under
#   the same key.
# Seen: of each key one rank's value is kept, chosen so that the files are equally large. The loaded state is one that no
#   rank ever had: here the weight is rank 0's, the bias rank 1's, and the step count rank 0's or rank 1's by the width
#   of the weight.
# Version: torch 2.13.0 and 2.14.1. Not for DTensors. pytorch/pytorch issues 120356 and 146566 (open) ask for a way.
# Matters: ranks differ on purpose (local SGD, samplers, random states, per-rank metrics) or by a bug. The checkpoint then
#   pairs one rank's weight with the other's bias, without a warning.
# Needs: Python 3.11 or newer with venv and pip (torch is large; a CPU build that pip finds will do).
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
python3 -m venv venv
venv/bin/pip install --quiet --no-compile torch==2.13.0 numpy==2.4.6 2> pip.log || { cat pip.log >&2; exit 1; }

cat > see.py <<'PY'
import shutil
import tempfile
import socket

import torch
import torch.distributed as dist
import torch.distributed.checkpoint as checkpoint


def saved_and_loaded(rank, folder, width):
    state = {
        "weight": torch.full((width,), float(rank)),
        "bias": torch.full((3,), float(rank)),
        "running_mean": torch.full((100,), float(rank)),
        "step": rank,
    }
    checkpoint.save(state, checkpoint_id=folder)
    state = {name: torch.full_like(value, -1.0) if name != "step" else -1 for name, value in state.items()}
    checkpoint.load(state, checkpoint_id=folder)
    return {name: int(value if name == "step" else value[0]) for name, value in state.items()}


def run(rank, port, folder):
    dist.init_process_group("gloo", init_method=f"tcp://127.0.0.1:{port}", rank=rank, world_size=2)
    seen = [saved_and_loaded(rank, f"{folder}/{width}", width) for width in (50, 500)]
    both = [None, None]
    dist.all_gather_object(both, seen)
    if rank == 0:
        print("the rank whose value came back:", *seen, sep="\n  ", flush=True)
    assert both[0] == both[1]
    assert all({0, 1} == set(each.values()) for each in seen)
    assert seen[0]["step"] != seen[1]["step"]
    dist.destroy_process_group()


if __name__ == "__main__":
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    folder = tempfile.mkdtemp()
    try:
        torch.multiprocessing.spawn(run, (port, folder), nprocs=2)
    finally:
        shutil.rmtree(folder)
PY
venv/bin/python see.py
