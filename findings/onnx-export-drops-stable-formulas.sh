#!/usr/bin/env bash
# Guess: torch.onnx.export keeps the numerically stable form that a function exists for.
# Seen: the exporter writes the naive formula for several of them. logsigmoid becomes Log(Sigmoid(x)) and is -inf
#   at -100; binary_cross_entropy_with_logits becomes Log of a Sigmoid and is inf; logaddexp becomes
#   Log(Exp(a) + Exp(b)) and is inf at 100; log1p(1e-8) and expm1(1e-8) are 0. logsumexp and log_softmax
#   are exported well. The check that the exporter offers compares ordinary inputs and passes.
# Version: torch 2.13.0, onnxscript 0.7.2, onnx 1.23.1; run by onnxruntime 1.30.0, float32 on a CPU.
# Matters: "why BCEWithLogitsLoss and not sigmoid plus BCELoss" has the answer "it is stable"; for an exported
#   model the answer is wrong, and one confident mistake turns an evaluation's mean into inf.
# Needs: Python 3.11 or newer with venv and pip (torch is large; a CPU build that pip finds will do).
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
python3 -m venv venv
venv/bin/pip install --quiet --no-compile torch==2.13.0 numpy==2.4.6 onnx==1.23.1 onnxscript==0.7.2 onnxruntime==1.30.0 2> pip.log ||
  { cat pip.log >&2; exit 1; }

cat > see.py <<'PY'
import contextlib
import io
import logging
import warnings

import onnx
import onnxruntime
import torch
from torch.nn import functional as F

warnings.simplefilter("ignore")
logging.disable(logging.CRITICAL)
inf = float("inf")


class Module(torch.nn.Module):
    def __init__(self, function):
        super().__init__()
        self.function = function

    def forward(self, x):
        return self.function(x)


def exported(function, x):
    file = io.BytesIO()
    with contextlib.redirect_stdout(io.StringIO()), contextlib.redirect_stderr(io.StringIO()):
        torch.onnx.export(Module(function), (x,), dynamo=True, verbose=False).save(file)
    model = onnx.load_from_string(file.getvalue())
    session = onnxruntime.InferenceSession(file.getvalue(), providers=["CPUExecutionProvider"])
    value = session.run(None, {session.get_inputs()[0].name: x.numpy()})[0]
    return float(value.reshape(-1)[0]), [node.op_type for node in model.graph.node]


cases = [
    ("logsigmoid", F.logsigmoid, -100.0, -inf),
    ("bce_with_logits", lambda x: F.binary_cross_entropy_with_logits(x, torch.ones(1)), -100.0, inf),
    ("logaddexp", lambda x: torch.logaddexp(x, x), 100.0, inf),
    ("log1p", torch.log1p, 1e-8, 0.0),
    ("expm1", torch.expm1, 1e-8, 0.0),
]
for name, function, at, expected in cases:
    x = torch.tensor([at])
    eager = float(function(x).reshape(-1)[0])
    value, nodes = exported(function, x)
    print(f"{name:16} at {at:g}: torch {eager:g}, exported {value:g}, as {nodes}")
    assert value == expected and eager not in (inf, -inf, 0.0), name
value, nodes = exported(lambda x: torch.logsumexp(x, -1), torch.tensor([1000.0, 1000.0]))
print(f"logsumexp        at 1000: exported {value:g}, as {nodes}")
assert 1000 < value < 1001
PY
OMP_NUM_THREADS=1 venv/bin/python see.py
