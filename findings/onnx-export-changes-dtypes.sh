#!/usr/bin/env bash
# Guess: a module that gives uint8 (or float16) gives uint8 (or float16) after torch.onnx.export.
# Seen: a left shift of uint8, the usual step of packing two 4-bit weights into a byte, is exported with a cast
#   to int8 at its end: 144 comes out as -112. The sum of a float16 tensor is exported as a cast to float32
#   and a sum, without the way back: the output's type differs, and where the module overflows to inf the
#   exported graph gives 102000. The graph's declared output types are the wrong ones too, so nothing warns.
# Version: torch 2.13.0, onnxscript 0.7.2, onnx 1.23.1; run by onnxruntime 1.30.0. ONNX's reference evaluator agrees
#   with onnxruntime, so it is the exporter.
# Matters: a test that compares an exported quantised model with its module sees large errors in half of the
#   bytes, or is blind to an overflow that happens in training only.
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
from onnx.reference import ReferenceEvaluator

warnings.simplefilter("ignore")
logging.disable(logging.CRITICAL)


class Shift(torch.nn.Module):
    def forward(self, nibbles):
        return nibbles << 4


class Total(torch.nn.Module):
    def forward(self, values):
        return values.sum()


def compare(module, x):
    file = io.BytesIO()
    with contextlib.redirect_stdout(io.StringIO()), contextlib.redirect_stderr(io.StringIO()):
        torch.onnx.export(module, (x,), dynamo=True, verbose=False).save(file)
    model = onnx.load_from_string(file.getvalue())
    feed = {model.graph.input[0].name: x.numpy()}
    session = onnxruntime.InferenceSession(file.getvalue(), providers=["CPUExecutionProvider"])
    eager, exported, reference = module(x), session.run(None, feed)[0], ReferenceEvaluator(model).run(None, feed)[0]
    print(f"{type(module).__name__}: torch {eager.tolist()} {eager.dtype}, exported {exported.tolist()} {exported.dtype},")
    print(f"  as {[node.op_type for node in model.graph.node]}")
    assert exported.tolist() == reference.tolist() and exported.dtype == reference.dtype
    return eager, exported


eager, exported = compare(Shift(), torch.tensor([1, 7, 9, 15], dtype=torch.uint8))
assert eager.tolist() == [16, 112, 144, 240] and str(exported.dtype) == "int8"
assert exported.tolist() == [16, 112, -112, -16]
eager, exported = compare(Total(), torch.full((400,), 255.0, dtype=torch.float16))
assert eager.dtype == torch.float16 and eager.item() == float("inf")
assert str(exported.dtype) == "float32" and exported.item() == 102000.0
PY
OMP_NUM_THREADS=1 venv/bin/python see.py
