"""
A SIGTERM to the whole process group kills the running tasks, with late acknowledgement as well, while the main process shuts down warmly; a
SIGTERM to the main process alone lets them finish.

needs: redis
"""

import os
import signal
import sys

from lab import Program, plain_project

TASKS = r"""
import time

from celery import shared_task


@shared_task(acks_late=True)
def export():
    print("begins\n", end="", flush=True)
    time.sleep(4)
    print("exported\n", end="", flush=True)
"""
COMMAND = [sys.executable, "-m", "celery", "-A", "config", "worker", "--loglevel=INFO", "--concurrency=1", "--pidfile=worker.pid"]


def stop_during_export(role, send):
    shop = plain_project(role, {"shop/tasks.py": TASKS})
    shop.run("from shop.tasks import export; export.delay()")
    with Program("the worker", ["setsid", *COMMAND], cwd=shop.folder, env=shop.env) as worker:
        worker.wait_for("^begins$", 60)
        send(int((shop.folder / "worker.pid").read_text()), signal.SIGTERM)
        worker.wait_for("Warm shutdown")
        worker.wait(20)
    assert shop.queued() == []
    return shop, worker


shop, worker = stop_during_export("wrong", os.killpg)
assert not worker.lines("^exported$"), worker.log
shop.show(worker.wait_for(r"WorkerLostError.*signal 15 \(SIGTERM\)"))

shop, worker = stop_during_export("right", os.kill)
shop.show(worker.wait_for("export.* succeeded"))
