"""A project made of an example and what it takes to run it."""

import itertools
import json
import os
import re
import subprocess
import sys
from pathlib import Path

from . import places
from .examples import example
from .program import Program

INSIDE = Path(__file__).parent / "inside"
CELERY = '''
from celery import Celery

app = Celery("config")
app.config_from_object("django.conf:settings", namespace="CELERY")
app.autodiscover_tasks()
'''

_numbers = itertools.count()


def project(role, heading=None, files=None, **options):
    """
    Make a project of the page's "wrong" or "right" example below `heading` (of the one without a heading, where there is none).

    `files` (path to text) are added, and replace files of the example that have the same path. See Project for `options`.
    """
    return Project(role, example(role, heading) | (files or {}), **options)


def plain_project(role, files, **options):
    """Make a project of `files` alone."""
    return Project(role, files, **options)


class Project:
    """
    A Django project with Celery, in a folder of its own, with its own Redis database, queue and PostgreSQL database (or SQLite file).

    `settings` are Django settings that have the last word. `web` answers every HTTP request that code of the project makes with
    `requests`. `faster=60` shortens countdowns, and sleeps of more than a second, to a sixtieth.
    """

    def __init__(self, role, files, *, settings=None, web=None, faster=1):
        number = next(_numbers)
        self.role = role
        self.files = files
        self.folder = Path(os.environ["PROOF_FOLDER"]) / f"{role}-{number}"
        self.env = os.environ | places.environment(number) | self._setup(settings, web, faster)
        self._write({"config/celery.py": CELERY} | files)
        if any(path.endswith("models.py") for path in files):
            self.manage("migrate", "--run-syncdb", "--verbosity=0")

    def _setup(self, settings, web, faster):
        return {
            "PYTHONPATH": f"{self.folder}:{INSIDE}",
            "DJANGO_SETTINGS_MODULE": "proof_settings",
            "PROOF_PROJECT": str(self.folder),
            "PROOF_SETTINGS": json.dumps(settings or {}),
            "PROOF_WEB": web.url if web else "",
            "PROOF_FASTER": str(faster),
        }

    def _write(self, files):
        for name, text in files.items():
            path = self.folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text)
        for folder in {parent for name in files for parent in Path(name).parents if str(parent) != "."}:
            (self.folder / folder / "__init__.py").touch()
        # As Celery's guide for Django has it: with Django, the project's app is there, and shared tasks know where to go.
        (self.folder / "config/__init__.py").write_text("from .celery import app as celery_app\n")

    def manage(self, *args):
        """Run a management command that has to succeed, and return what it wrote."""
        return self._finish([sys.executable, "-m", "django", *args], 60).stdout

    def run(self, code, seconds=60):
        """Run code in the set-up project, in a process of its own. It has to succeed; return what it wrote."""
        done = self._finish(self._command(code), seconds)
        return done.stdout + done.stderr

    def fails(self, code, pattern, seconds=60):
        """Run code that has to end in an exception, and return the line of its traceback in which the regular expression is found."""
        done = self._finish(self._command(code), seconds, is_to_fail=True)
        line = next((line for line in done.stderr.splitlines() if re.search(pattern, line)), None)
        assert line is not None, f"this failed otherwise than with {pattern!r}: {code}\n{done.stderr}"
        return line

    def start(self, code):
        """Start code in the set-up project, and return the running Program."""
        return Program("the code", self._command(code), cwd=self.folder, env=self.env)

    def worker(self, *options, command="worker"):
        """Start a Celery worker (two prefork processes unless options say otherwise), and return it when it is ready."""
        head = [sys.executable, "-m", "celery", "-A", "config", command, "--loglevel=INFO"]
        lean = ["--concurrency=2", "--without-mingle", "--without-gossip"] if command == "worker" else []
        program = Program(command, [*head, *lean, *options], cwd=self.folder, env=self.env)
        program.wait_for(r" ready\.$" if command == "worker" else r"beat: Starting", 60)
        return program

    def beat(self, *options):
        """Start `celery beat`, and return it when it has begun."""
        return self.worker(*options, command="beat")

    def queued(self):
        """Return the headers of the messages that wait in the project's queue on Redis, oldest first."""
        import redis

        with redis.Redis.from_url(self.env["REDIS_URL"]) as client:
            messages = client.lrange(self.env["PROOF_QUEUE"], 0, -1)
        return [json.loads(message)["headers"] for message in reversed(messages)]

    def show(self, line):
        """Print the line that shows what this example does: it goes into the page of proofs."""
        print(self.role.upper(), line.strip(), flush=True)

    def _command(self, code):
        return [sys.executable, "-c", f"import django\ndjango.setup()\n{code}"]

    def _finish(self, command, seconds, is_to_fail=False):
        try:
            done = subprocess.run(command, cwd=self.folder, env=self.env, capture_output=True, text=True, timeout=seconds, stdin=subprocess.DEVNULL)
        except subprocess.TimeoutExpired as error:
            raise AssertionError(f"{command[-1]} did not end within {seconds} s") from error
        wrote = f"{command[-1]}\n{done.stdout}{done.stderr}"
        assert (done.returncode != 0) == is_to_fail, f"{'this should have failed' if is_to_fail else 'this failed'}: {wrote}"
        return done
