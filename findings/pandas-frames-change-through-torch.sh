#!/usr/bin/env bash
# Guess: pandas 3 keeps every frame to itself (Copy-on-Write) and hands out read-only arrays, so
#   torch.from_numpy either copies or an in-place operation fails.
# Seen: torch ignores the flag. An in-place operation on the tensor changes the frame and the frame from
#   which it was sliced, which pandas 3 promises to hold apart. NumPy itself refuses the same write.
#   There is one warning, for the first such tensor of the whole process; the next is silent.
# Version: pandas 3.0.6, torch 2.13.0, numpy 2.4.6. torch's warning calls the result undefined.
# Matters: the normal way to load a table (train = df.iloc[:n]; torch.from_numpy(train["x"].to_numpy()))
#   followed by x.sub_(mean) changes the table itself, and a second call normalises twice.
# Needs: Python 3.11 or newer with venv and pip (torch is large; a CPU build that pip finds will do).
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
python3 -m venv venv
venv/bin/pip install --quiet --no-compile torch==2.13.0 pandas==3.0.6 numpy==2.4.6 2> pip.log || { cat pip.log >&2; exit 1; }

cat > see.py <<'PY'
import warnings

import numpy as np
import pandas as pd
import torch

frame = pd.DataFrame({"x": [1.0, 2.0, 3.0, 4.0], "y": [1.0, 2.0, 3.0, 4.0]})
train = frame.iloc[:2]

train_copy = frame.iloc[:2]
train_copy.loc[0, "x"] = 99.0
assert frame["x"].tolist() == [1.0, 2.0, 3.0, 4.0]
print("a write by pandas to a slice leaves the frame alone:", frame["x"].tolist())

column = train["x"].to_numpy()
assert not column.flags.writeable
try:
    column -= 10
    raise SystemExit("NumPy wrote to a read-only array")
except ValueError as refused:
    print("NumPy:", refused)

with warnings.catch_warnings(record=True) as first:
    warnings.simplefilter("always")
    torch.from_numpy(column).sub_(10)
with warnings.catch_warnings(record=True) as second:
    warnings.simplefilter("always")
    torch.as_tensor(train["y"].to_numpy()).sub_(10)
print("after torch on the slice:", frame["x"].tolist(), frame["y"].tolist())
print("warnings:", len(first), "then", len(second))
assert frame["x"].tolist() == frame["y"].tolist() == [-9.0, -8.0, 3.0, 4.0]
assert (len(first), len(second)) == (1, 0)
PY
venv/bin/python see.py
