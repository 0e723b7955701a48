"""Real workers: processes of their own, started by the command line."""

import os
import signal
import subprocess
import sys
import time
from contextlib import contextmanager
from pathlib import Path

PROJECT = Path(__file__).resolve().parent.parent
COMMAND = [
    *(sys.executable, "-m", "celery", "--app", "config", "worker"),
    *("--loglevel", "info", "--concurrency", "2", "--without-mingle"),
]


@contextmanager
def running_worker(log, **environment):
    """Runs a worker that writes to the file `log`; gives its process."""
    with log.open("a") as output:
        process = subprocess.Popen(
            COMMAND,
            cwd=PROJECT,
            env={**os.environ, **environment},
            stdout=output,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )
    try:
        wait_until(lambda: " ready." in log.read_text(), log.read_text)
        yield process
        process.terminate()
        process.wait(timeout=20)
    finally:
        kill(process)


def kill(process):
    """Takes a worker down with all of its processes, as a power cut does."""
    if process.poll() is None:
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()


def wait_until(condition, explain=str, seconds=30):
    deadline = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < deadline, explain()
        time.sleep(0.05)
