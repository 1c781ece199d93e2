#!/usr/bin/env bash
# Guess: reducing over axis -1 and over axis 1 of a matrix is the same, also when that axis has length 0.
# Seen: onnxruntime counts a negative axis from the end for ordinary input but not for an empty one. The sum of
#   (2, 0) over axis 1 is [0, 0]; over axis -1 it is an empty array of shape (2, 0), where the model declares
#   (2). ReduceSum, ReduceMean and ReduceProd alike, with and without keepdims. No error; a warning at most.
#   ONNX's reference evaluator, NumPy and torch give two values for both axes.
# Version: onnxruntime 1.30.0 (CPU), onnx 1.23.1. The operators' text allows negative axes and names the value for an
#   empty set (0 for ReduceSum).
# Matters: x.sum(-1) is how everybody writes it, and torch.onnx.export keeps the -1. An empty sequence or mask then
#   passes in tests of the module and changes the rank of what follows in its export.
# Needs: Python 3.11 or newer with venv and pip.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
python3 -m venv venv
venv/bin/pip install --quiet --no-compile onnx==1.23.1 onnxruntime==1.30.0 numpy==2.4.6 2> pip.log ||
  { cat pip.log >&2; exit 1; }

cat > see.py <<'PY'
import warnings

import numpy as np
import onnx
import onnxruntime
from onnx import TensorProto, helper
from onnx.reference import ReferenceEvaluator

warnings.simplefilter("ignore")


def model(operator, axis, keep):
    nodes = [helper.make_node(operator, ["x", "axes"], ["y"], keepdims=keep)]
    x = helper.make_tensor_value_info("x", TensorProto.FLOAT, [2, "length"])
    y = helper.make_tensor_value_info("y", TensorProto.FLOAT, [2, 1] if keep else [2])
    axes = helper.make_tensor("axes", TensorProto.INT64, [1], [axis])
    graph = helper.make_graph(nodes, "reduce", [x], [y], [axes])
    made = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 20)], ir_version=10)
    onnx.checker.check_model(made, full_check=True)
    return made


def shapes(made, length):
    options = onnxruntime.SessionOptions()
    options.log_severity_level = 4
    session = onnxruntime.InferenceSession(made.SerializeToString(), options, providers=["CPUExecutionProvider"])
    feed = {"x": np.ones((2, length), np.float32)}
    return session.run(None, feed)[0].shape, ReferenceEvaluator(made).run(None, feed)[0].shape


for operator in ["ReduceSum", "ReduceMean", "ReduceProd"]:
    for keep in (0, 1):
        right = (2, 1) if keep else (2,)
        seen = {(axis, n): shapes(model(operator, axis, keep), n) for axis in (1, -1) for n in (3, 0)}
        print(f"{operator} keepdims={keep}:", {f"axis {a}, length {n}": each[0] for (a, n), each in seen.items()})
        assert all(reference == right for _, reference in seen.values())
        assert [each[0] for each in seen.values()] == [right, right, right, (2, 0)]
PY
venv/bin/python see.py
