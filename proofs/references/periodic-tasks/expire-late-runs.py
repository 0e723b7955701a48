"""
Beat goes on sending while no worker is there, and a worker that comes back does every message; with `expires` it discards the late ones.

needs: redis
"""

import time

from lab import plain_project

FILES = {
    "shop/tasks.py": """
from celery import shared_task


@shared_task
def refresh():
    print("refreshed", flush=True)
"""
}


def missed_by_worker(role, options):
    """A project whose queue holds at least four messages of beat, each older than a second."""
    entry = {"task": "shop.tasks.refresh", "schedule": 1, "options": options}
    shop = plain_project(role, FILES, settings={"CELERY_BEAT_SCHEDULE": {"refresh": entry}})
    with shop.beat() as beat:
        beat.wait_for("Sending due task refresh", count=4)
    time.sleep(2)
    return shop, len(shop.queued())


shop, waiting = missed_by_worker("wrong", {})
assert waiting >= 4, waiting
with shop.worker("--pool=solo") as worker:
    worker.wait_for("^refreshed$", count=waiting)
shop.show(f"{waiting} messages waited, and all of them ran")

shop, waiting = missed_by_worker("right", {"expires": 1})
assert waiting >= 4, waiting
with shop.worker("--pool=solo") as worker:
    line = worker.wait_for("Discarding revoked task", count=waiting)
    assert worker.lines("^refreshed$") == []
shop.show(line)
