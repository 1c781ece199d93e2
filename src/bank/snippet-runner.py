"""Runs the Python blocks of the question bank in one process.

Reads a JSON array of {"key", "code", "minTorch", "maxTorch"} on standard input and writes a JSON object
{"torch": version, "results": [{"key", "skipped", "output", "error", "line"}]} on standard output.
`line` is the line of the block that failed, from 1, or null.
"""
import contextlib
import io
import json
import sys
import traceback
import warnings


def version(text):
    return tuple(int(part) for part in text.split("+")[0].split(".")[:2])


def runs_on(found, job):
    """Whether a job runs on this release: from its `minTorch` to its `maxTorch`, both included."""
    oldest, newest = job["minTorch"], job["maxTorch"]
    return (oldest is None or version(oldest) <= found) and (newest is None or found <= version(newest))


def run(key, code):
    printed = io.StringIO()
    error, line = None, None
    filename = f"<{key}>"
    try:
        with contextlib.redirect_stdout(printed), warnings.catch_warnings():
            warnings.simplefilter("error")
            exec(compile(code, filename, "exec"), {"__name__": "__main__"})
    except BaseException as problem:
        message = str(problem).strip()
        error = f"{type(problem).__name__}: {message}" if message else type(problem).__name__
        frames = [frame for frame in traceback.extract_tb(problem.__traceback__) if frame.filename == filename]
        line = frames[-1].lineno if frames else getattr(problem, "lineno", None)
    return {"key": key, "skipped": False, "output": printed.getvalue(), "error": error, "line": line}


def main():
    jobs = json.load(sys.stdin)
    out = sys.stdout
    import torch

    found = version(torch.__version__)
    results = []
    for job in jobs:
        if not runs_on(found, job):
            results.append({"key": job["key"], "skipped": True, "output": "", "error": None, "line": None})
            continue
        torch.manual_seed(0)
        results.append(run(job["key"], job["code"]))
    json.dump({"torch": torch.__version__, "results": results}, out)


main()
