"""A program that runs beside the proof and writes a log."""

import re
import signal
import subprocess
import threading

from .waiting import wait_until


class Program:
    """A running process whose output is kept. As a context manager it is ended with the block."""

    def __init__(self, name, command, *, cwd, env):
        self.name = name
        self._process = subprocess.Popen(
            command, cwd=cwd, env=env, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, errors="replace"
        )
        self._lines = []
        self._reader = threading.Thread(target=self._read, daemon=True)
        self._reader.start()

    def _read(self):
        for line in self._process.stdout:
            self._lines.append(line.rstrip("\n"))

    @property
    def log(self):
        """Everything that it has written so far."""
        return "\n".join(self._lines)

    @property
    def is_running(self):
        return self._process.poll() is None

    def lines(self, pattern):
        """Return the lines so far in which the regular expression is found."""
        return [line for line in list(self._lines) if re.search(pattern, line)]

    def wait_for(self, pattern, seconds=30, count=1):
        """Return the `count`-th line in which the regular expression is found, as soon as there is one."""
        try:
            return wait_until(lambda: self.lines(pattern)[count - 1 : count], f"{self.name} to write {pattern!r}", seconds)[0]
        except AssertionError as error:
            raise AssertionError(f"{error}; it wrote:\n{self.log}") from None

    def wait(self, seconds=30):
        """Wait until it ends by itself, and return its exit code."""
        code = self._process.wait(seconds)
        self._reader.join(5)
        return code

    def stop(self, by=signal.SIGTERM):
        """End it by a signal, or by force where it does not listen."""
        if self.is_running:
            self._process.send_signal(by)
            try:
                self._process.wait(8)
            except subprocess.TimeoutExpired:
                self._process.kill()
        self._reader.join(5)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.stop()
