"""
While the broker is away a worker sends no heartbeats, so that a file they touch grows old although the worker lives; with `--without-heartbeat`
the signal never comes. With the broker there, the file stays young.

needs: own redis
"""

import time

from lab import plain_project, stop_redis, wait_until

APP = """
from pathlib import Path

from celery import Celery
from celery.signals import heartbeat_sent

app = Celery("config")
app.config_from_object("django.conf:settings", namespace="CELERY")
app.autodiscover_tasks()


@heartbeat_sent.connect
def note_heartbeat(**_):
    Path("worker-alive").touch()
"""

shop = plain_project("right", {"config/celery.py": APP, "shop/tasks.py": ""})
alive = shop.folder / "worker-alive"


def age():
    return time.time() - alive.stat().st_mtime


with shop.worker() as worker:
    wait_until(alive.exists, "the first heartbeat")
    for _ in range(8):
        time.sleep(1)
        assert age() < 4, age()
    shop.show("eight seconds long, no heartbeat was older than four")

    other = plain_project("wrong", {"config/celery.py": APP, "shop/tasks.py": ""})
    with other.worker("--without-heartbeat", "--hostname=other@%h"):
        time.sleep(5)
        assert not (other.folder / "worker-alive").exists()
    other.show("without heartbeats there is no file")

    stop_redis()
    line = worker.wait_for("consumer: Cannot connect to")
    wait_until(lambda: age() > 10, "the file to grow old")
    assert worker.is_running
    other.show(line)
    other.show("the last heartbeat is ten seconds old, and the worker lives")
