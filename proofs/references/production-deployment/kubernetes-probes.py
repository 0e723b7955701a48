"""
A healthy worker of the solo pool does not answer `inspect ping` while a task runs, so that a liveness probe would restart it; without a
destination the probe passes on another worker's answer. A prefork worker answers while all its processes are busy.

needs: redis
"""

import subprocess
import sys

from lab import plain_project

TASKS = r"""
import time

from celery import shared_task


@shared_task
def export():
    print("begins\n", end="", flush=True)
    time.sleep(12)
"""


def ping(shop, *options):
    command = [sys.executable, "-m", "celery", "-A", "config", "inspect", "ping", "--timeout=3", *options]
    return subprocess.run(command, cwd=shop.folder, env=shop.env, capture_output=True, text=True, timeout=60)


def keep_busy(shop, worker):
    shop.run("from shop.tasks import export; export.delay()")
    worker.wait_for("^begins$")


shop = plain_project("wrong", {"shop/tasks.py": TASKS})
with shop.worker("--hostname=other@here", "--queues=other"), shop.worker("--pool=solo", "--hostname=solo@here") as worker:
    keep_busy(shop, worker)
    answer = ping(shop, "--destination=solo@here")
    assert answer.returncode == 69, answer
    shop.show(next(line for line in (answer.stdout + answer.stderr).splitlines() if "No nodes replied" in line))
    answer = ping(shop)
    assert answer.returncode == 0 and "other@here: OK" in answer.stdout and "solo@here" not in answer.stdout, answer
    assert not worker.lines("export.* succeeded"), worker.log

shop = plain_project("right", {"shop/tasks.py": TASKS})
with shop.worker("--concurrency=1", "--hostname=prefork@here") as worker:
    keep_busy(shop, worker)
    answer = ping(shop, "--destination=prefork@here")
    assert answer.returncode == 0, answer
    shop.show(next(line for line in answer.stdout.splitlines() if "OK" in line))
