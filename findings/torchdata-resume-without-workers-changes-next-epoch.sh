#!/usr/bin/env bash
# Guess: a StatefulDataLoader that resumes in the middle of an epoch goes on as if never stopped, and the number
#   of workers decides only who loads.
# Seen: with num_workers=0 and a generator of one's own the rest of the epoch is right, but from the next epoch
#   on the order differs from that of the uninterrupted run. With two workers, or with the global seed
#   instead of a generator, all epochs agree. The state that is saved at the end of an epoch has the
#   same split.
# Version: torchdata 0.11.0, torch 2.13.0.
# Matters: resuming is tested by the rest of the epoch; the run is then not the one that was interrupted, and
#   a bisection of a training fault by epochs misleads. A well-liked interview question, too.
# Needs: Python 3.11 or newer with venv and pip (torch is large; a CPU build that pip finds will do).
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
python3 -m venv venv
venv/bin/pip install --quiet --no-compile torch==2.13.0 torchdata==0.11.0 numpy==2.4.6 2> pip.log || { cat pip.log >&2; exit 1; }

cat > see.py <<'PY'
import warnings

import torch
from torchdata.stateful_dataloader import StatefulDataLoader

warnings.simplefilter("ignore")


def loader(workers, own_generator):
    generator = torch.Generator().manual_seed(7) if own_generator else None
    torch.manual_seed(7)
    return StatefulDataLoader(range(40), batch_size=2, shuffle=True, num_workers=workers, generator=generator)


def epoch(batches):
    return [batch.tolist() for batch in batches]


def resumed_like_uninterrupted(workers, own_generator):
    whole = loader(workers, own_generator)
    expected = [epoch(whole) for _ in range(3)]
    interrupted = loader(workers, own_generator)
    batches = iter(interrupted)
    head = [next(batches).tolist() for _ in range(5)]
    state = interrupted.state_dict()
    resumed = loader(workers, own_generator)
    resumed.load_state_dict(state)
    return [head + epoch(resumed) == expected[0]] + [epoch(resumed) == each for each in expected[1:]]


if __name__ == "__main__":
    seen = {}
    for workers, own in [(0, True), (2, True), (0, False), (2, False)]:
        seen[workers, own] = resumed_like_uninterrupted(workers, own)
        source = "own generator" if own else "global seed"
        print(f"{workers} workers, {source:13} epochs 1, 2, 3 as uninterrupted: {seen[workers, own]}")
    assert seen[0, True] == [True, False, False]
    assert seen[2, True] == seen[0, False] == seen[2, False] == [True, True, True]
PY
venv/bin/python see.py
