"""Holds what the question bank says of PyTorch against what is installed.

Reads a JSON array on standard input, one object a question: {"scope", "names", "calls", "defaults"}, as
src/bank/api-names.ts and src/bank/api-defaults.ts describe them. Writes {"findings", "judged", "absent"} on standard
output, as src/bank/api.ts describes them. Whatever cannot be told for sure is no finding.
"""
import ast
import builtins
import difflib
import functools
import importlib
import inspect
import json
import re
import sys
import types
import warnings

# What stands for a module where the code of a question does not import it.
MODULES = {
    "torch": "torch", "nn": "torch.nn", "F": "torch.nn.functional", "optim": "torch.optim",
    "init": "torch.nn.init", "autograd": "torch.autograd", "cuda": "torch.cuda", "linalg": "torch.linalg",
    "lr_scheduler": "torch.optim.lr_scheduler", "dist": "torch.distributed", "mp": "torch.multiprocessing",
    "torchvision": "torchvision", "transforms": "torchvision.transforms", "datasets": "torchvision.datasets",
    "np": "numpy", "tf": "tensorflow", "keras": "keras", "plt": "matplotlib.pyplot", "pd": "pandas",
    "jax": "jax", "jnp": "jax.numpy", "sklearn": "sklearn", "scipy": "scipy", "cv2": "cv2", "PIL": "PIL",
}

# Where a class is looked for that is named without its module.
HOMES = ["torch", "torch.nn", "torch.optim", "torch.optim.lr_scheduler", "torch.utils.data", "torch.autograd",
         "torch.amp", "torch.cuda", "torch.distributed", "torch.nn.parallel", "torch.nn.utils.rnn", "torch.export",
         "torch.profiler", "torch.distributed.fsdp", "torchvision.transforms", "torchvision.datasets"]

# What people call a value of a class, so that its attributes can be looked for in that class alone.
RECEIVERS = {
    **dict.fromkeys(["x", "t", "tensor", "loss", "logits"], ["torch.Tensor"]),
    **dict.fromkeys(["model", "net", "module", "layer"], ["torch.nn.Module", "torch.nn"]),
    **dict.fromkeys(["opt", "optimizer"], ["torch.optim.Optimizer", "torch.optim"]),
    "scheduler": ["torch.optim.lr_scheduler"],
}

# What NumPy calls the parameters; functions that are not written in Python take these names, too.
NUMPY_NAMES = {"axis", "keepdims", "x", "a", "x1", "x2"}

# A sentence that speaks of these says nothing of our defaults.
OTHERS = re.compile(r"\b(tensorflow|keras|jax|flax|numpy|scipy|scikit-learn|pandas|lightning|mxnet|caffe)\b", re.IGNORECASE)

MISSING = object()


class Absent(Exception):
    """A library that is not installed, or cannot be imported."""


def load(path):
    """The module or member of that path, or MISSING."""
    parts = path.split(".")
    try:
        found = importlib.import_module(parts[0])
    # One that was built for another release fails in its own ways.
    except Exception:
        raise Absent(parts[0]) from None
    for end, part in enumerate(parts[1:], 2):
        found = member(found, part, ".".join(parts[:end]))
        if found is MISSING:
            break
    return found


def member(owner, name, path=None):
    try:
        return getattr(owner, name)
    except Exception:
        pass
    if isinstance(owner, types.ModuleType) and path is not None:
        try:
            return importlib.import_module(path)
        except Exception:
            return MISSING
    # What only an instance has: nothing is known of it but that it is there.
    return None if inspect.isclass(owner) and name in instance_names(owner) else MISSING


@functools.cache
def instance_names(kind):
    """All attributes of a class and of its instances, as far as its source tells."""
    names = set(dir(kind))
    for base in kind.__mro__:
        annotations = base.__dict__.get("__annotations__")
        names |= set(annotations) if isinstance(annotations, dict) else set()
        if base.__module__.startswith(("torch", "numpy")):
            names |= assigned_in(base.__module__)
    return frozenset(names)


@functools.cache
def assigned_in(module):
    try:
        source = inspect.getsource(importlib.import_module(module))
    except Exception:
        return frozenset()
    return frozenset(re.findall(r"\bself\.(\w+)\s*(?::[^=\n]+)?=", source))


@functools.cache
def home(path):
    try:
        return load(path)
    except Absent:
        return MISSING


def classes_in(path):
    found = home(path)
    if inspect.isclass(found):
        return [found]
    return [value for value in vars(found).values() if inspect.isclass(value)] if found is not MISSING else []


@functools.cache
def attributes(*paths):
    return frozenset().union(*(instance_names(kind) for path in paths for kind in classes_in(path)))


@functools.cache
def any_attributes():
    """Attributes of whatever a variable may hold: the libraries' classes, arrays, and what Python has."""
    plain = [kind for kind in vars(builtins).values() if inspect.isclass(kind)]
    plain += [types.FunctionType, types.ModuleType, type(iter([])), type(sys.stdin), type(re.match("", ""))]
    names = set(attributes(*HOMES)).union(*(dir(kind) for kind in plain))
    for path in ["torch.return_types", "numpy.ndarray", "numpy.generic", "numpy.random.Generator", "PIL.Image.Image"]:
        names |= attributes(path)
    # A module that is left out of a name, as in `.functional`, counts as well.
    return frozenset(names | {name for path in HOMES if home(path) is not MISSING for name in dir(home(path))})


def nearest(name, names):
    close = difflib.get_close_matches(name, [one for one in names if not one.startswith("_")], 1, 0.6)
    return close[0] if close else None


class Question:
    """Resolves names as the code of one question means them."""

    def __init__(self, scope):
        self.scope = scope

    def start(self, root):
        """The path of a module or class for the first part of a name; None if it is a variable or unknown."""
        if root in self.scope["imports"]:
            return self.scope["imports"][root]
        if root in self.scope["variables"] or root in self.scope["own"]:
            return None
        if root in MODULES:
            return MODULES[root]
        if root[:1].isupper():
            return next((f"{path}.{root}" for path in HOMES if inspect.isclass(getattr(home(path), root, None))), None)
        return None

    def judge(self, name, called, in_code):
        """True if it exists; None if that cannot be told; else (what does not exist, the nearest)."""
        root, *rest = name.split(".")
        path = self.start(root)
        if path is None:
            return self.judge_attribute(root, rest, called, in_code)
        owner = load(path)
        if owner is MISSING:
            return (root, None)
        said = root
        for part in rest:
            path = f"{path}.{part}"
            found = member(owner, part, path)
            if found is MISSING:
                if isinstance(owner, types.ModuleType) or inspect.isclass(owner):
                    close = nearest(part, dir(owner))
                    return (f"{said}.{part}", close and f"{said}.{close}")
                return None
            said, owner = f"{said}.{part}", found
            if owner is None:
                return True
        return True

    def judge_attribute(self, root, rest, called, in_code):
        first = rest[0]
        known = root in RECEIVERS and root not in self.scope["arrays"]
        # In plain text only a call is surely code.
        if first in self.scope["own"] or not (known or in_code or called):
            return None
        paths = RECEIVERS[root] if known else None
        # A model has the layers that somebody gave it.
        if known and "torch.nn.Module" in paths and not called:
            return None
        names = attributes(*paths) if known else any_attributes()
        if first in names or (root in sys.stdlib_module_names and hasattr(importlib.import_module(root), first)):
            return True
        usual = attributes("torch.Tensor", "torch.nn.Module", "torch.optim.Optimizer")
        close = nearest(first, names if known else usual)
        return (f"{root}.{first}", close and f"{root}.{close}")

    def callable(self, name):
        path = self.start(name.split(".")[0])
        if path is None:
            return None
        try:
            found = load(".".join([path, *name.split(".")[1:]]))
        except Absent:
            return None
        return found if callable(found) else None


@functools.cache
def signatures(function):
    """All signatures of a callable with whether they are surely complete; those of C code are read from its text."""
    try:
        return (inspect.signature(function),), True
    except (TypeError, ValueError):
        pass
    name = getattr(function, "__name__", "")
    lines = re.findall(rf"^\s*(?:\.\. function:: )?{re.escape(name)}(\(.*\)) ->", function.__doc__ or "", re.MULTILINE)
    found = []
    for line in lines:
        space = {}
        try:
            exec(f"def f{line}: pass", {"torch": sys.modules["torch"]}, space)
            found.append(inspect.signature(space["f"]))
        except Exception:
            return (), False
    return tuple(found), False


def is_open(signature):
    return any(one.kind in (one.VAR_KEYWORD, one.VAR_POSITIONAL) for one in signature.parameters.values())


def judge_call(function, call):
    """None if it cannot be told, True if it fits, else (what does not fit, what there is instead)."""
    known, is_complete = signatures(function)
    if not known or any(is_open(one) for one in known):
        return None
    parameters = {name for one in known for name in one.parameters}
    extra = set() if is_complete else NUMPY_NAMES
    for keyword in call["keywords"]:
        if keyword not in parameters | extra:
            return (f"{call['name']}({keyword})", nearest(keyword, parameters))
    positionals = call["positionals"]
    if not is_complete or any("…" in one or one.startswith(("*", "...")) for one in positionals):
        return True
    [signature] = known
    places = [name for name, one in signature.parameters.items() if one.kind is not one.KEYWORD_ONLY]
    if len(positionals) > len(places):
        return (f"{call['name']}({', '.join(positionals)})", f"{call['name']}({', '.join(places)})")
    for place, typed in enumerate(positionals):
        if call["inProse"] and typed in places and places.index(typed) != place:
            return (f"{call['name']}({', '.join(positionals)})", f"{call['name']}({', '.join(places)})")
    return True


def same(default, value):
    """Whether two defaults are equal; True is not 1."""
    return isinstance(default, bool) == isinstance(value, bool) and default == value


def judge_default(question, claim):
    """As judge_call: the nearest names that have such a parameter decide, and one that has the default is enough."""
    if OTHERS.search(claim["sentence"]):
        return None
    try:
        value = ast.literal_eval(claim["value"])
    except (SyntaxError, ValueError):
        return None
    for names in claim["among"]:
        defaults = {}
        for name in names:
            function = question.callable(name)
            for signature in signatures(function)[0] if function is not None else ():
                parameter = signature.parameters.get(claim["parameter"])
                if parameter is not None:
                    defaults.setdefault(name, []).append(parameter.default)
        if defaults:
            if any(same(default, value) for found in defaults.values() for default in found):
                return True
            name, [default, *_] = next(iter(defaults.items()))
            said = "required" if default is inspect.Parameter.empty else repr(default)
            return (f"{claim['parameter']} of {name}", said)
    return None


def main():
    request = json.load(sys.stdin)
    warnings.simplefilter("ignore")
    findings, judged, absent = [], {"names": 0, "calls": 0, "defaults": 0}, set()

    def note(file, kind, index, judge):
        try:
            verdict = judge()
        except Absent as library:
            absent.add(str(library))
            return
        if verdict is None:
            return
        judged[kind] += 1
        if verdict is not True:
            subject, instead = verdict
            findings.append({"file": file, "kind": kind, "index": index, "subject": subject, "instead": instead})

    for file, uses in enumerate(request):
        question = Question(uses["scope"])
        for index, use in enumerate(uses["names"]):
            note(file, "names", index, lambda: question.judge(use["name"], use["called"], use["inCode"]))
        for index, call in enumerate(uses["calls"]):
            function = question.callable(call["name"])
            note(file, "calls", index, lambda: None if function is None else judge_call(function, call))
        for index, claim in enumerate(uses["defaults"]):
            note(file, "defaults", index, lambda: judge_default(question, claim))
    json.dump({"findings": findings, "judged": judged, "absent": sorted(absent)}, sys.stdout)


main()
