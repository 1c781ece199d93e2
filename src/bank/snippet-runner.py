"""Runs Python blocks of the question bank.

Reads a JSON array of {"key", "code", "processes"} on standard input and writes a JSON array of
{"key", "output", "error", "line"} on standard output. `line` is the line of the block that failed, from 1,
or null. All blocks share this process, except those with `processes`: each of them is a script file in a
process of its own, so that it can start others.
"""
import contextlib
import io
import json
import os
import re
import signal
import socket
import subprocess
import sys
import tempfile
import traceback
import warnings
from concurrent.futures import ThreadPoolExecutor

# Seconds for one script with all the processes that it starts; each of them imports torch anew.
TIME_LIMIT = 90


def run_here(code, filename):
    printed = io.StringIO()
    error, line = None, None
    try:
        with contextlib.redirect_stdout(printed), warnings.catch_warnings():
            warnings.simplefilter("error")
            exec(compile(code, filename, "exec"), {"__name__": "__main__"})
    except BaseException as problem:
        message = str(problem).strip()
        error = f"{type(problem).__name__}: {message}" if message else type(problem).__name__
        frames = [frame for frame in traceback.extract_tb(problem.__traceback__) if frame.filename == filename]
        line = frames[-1].lineno if frames else getattr(problem, "lineno", None)
    return {"output": printed.getvalue(), "error": error, "line": line}


def free_ports(count):
    """That many ports of which no two are the same, since scripts run side by side."""
    probes = [socket.socket() for _ in range(count)]
    for probe in probes:
        probe.bind(("127.0.0.1", 0))
    ports = [probe.getsockname()[1] for probe in probes]
    for probe in probes:
        probe.close()
    return ports


def run_as_script(code, port):
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "snippet.py")
        with open(path, "w", encoding="utf-8") as file:
            file.write(code)
        environment = {
            **os.environ,
            "MASTER_ADDR": "127.0.0.1",
            "MASTER_PORT": str(port),
            "GLOO_SOCKET_IFNAME": "lo",
            "OMP_NUM_THREADS": "1",
            "PYTHONIOENCODING": "utf-8",
        }
        script = subprocess.Popen(
            [sys.executable, path],
            cwd=folder,
            env=environment,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            encoding="utf-8",
            start_new_session=True,
        )
        try:
            output, errors = script.communicate(timeout=TIME_LIMIT)
        except subprocess.TimeoutExpired:
            os.killpg(script.pid, signal.SIGKILL)
            output, _ = script.communicate()
            return {"output": output, "error": f"TimeoutError: it ran longer than {TIME_LIMIT} s", "line": None}
        error = error_of(script.returncode, errors)
        lines = re.findall(rf'File "{re.escape(path)}", line (\d+)', errors) if error else []
        return {"output": output, "error": error, "line": int(lines[-1]) if lines else None}


def error_of(code, errors):
    """The last line of a traceback, or the first warning: a block must run without one here, too."""
    if code != 0:
        said = [line for line in errors.splitlines() if re.match(r"[\w.]+(: |$)", line)]
        return said[-1] if said else f"SystemExit: {code}"
    warning = re.search(r"^.+:\d+: (\w*Warning: .*)$", errors, re.MULTILINE)
    return warning[1] if warning else None


def main():
    jobs = json.load(sys.stdin)
    out = sys.stdout
    import torch

    scripts = [job for job in jobs if job["processes"]]
    # They mostly wait for each other and for their imports, so as many run side by side as there are processors.
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        done = pool.map(run_as_script, [job["code"] for job in scripts], free_ports(len(scripts)))
        results = [{"key": job["key"], **result} for job, result in zip(scripts, done)]
    for job in jobs:
        if not job["processes"]:
            torch.manual_seed(0)
            results.append({"key": job["key"], **run_here(job["code"], f"<{job['key']}>")})
    json.dump(results, out)


main()
